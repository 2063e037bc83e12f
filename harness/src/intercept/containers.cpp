// SPDX-License-Identifier: MIT
// std::list, std::map and std::set: the parts that are compiled into libstdc++, and so not
// instrumented. What they read and write of the nodes is told here. By the standard any operation
// on an iterator may read the whole container, and insertion and erasure change it; element values
// are others' own, and no part of it.
#include "intercept/plain_access.hpp"

namespace kata::intercept {

namespace {

struct ListNode {
  ListNode* next;
  ListNode* previous;
};

// Red-black tree nodes; only their extent matters here.
struct TreeNode {
  int color;
  TreeNode* parent;
  TreeNode* left;
  TreeNode* right;
};

// The engine has maps of its own, and no access of its is one of the submission's.
void saw(const void* memory, std::size_t size, const void* caller) {
  if (from_watched_code(caller)) plain_read(memory, size, caller);
}
void wrote(const void* memory, std::size_t size, const void* caller) {
  if (from_watched_code(caller)) plain_write(memory, size, caller);
}

}  // namespace

KATA_EXPORT void kata_list_hook(ListNode* self, ListNode* position) __asm__(
    "_ZNSt8__detail15_List_node_base7_M_hookEPS0_");
KATA_EXPORT void kata_list_hook(ListNode* self, ListNode* position) {
  wrote(self, sizeof *self, __builtin_return_address(0));
  wrote(&position->previous, sizeof(void*), __builtin_return_address(0));
  wrote(&position->previous->next, sizeof(void*), __builtin_return_address(0));
  self->next = position;
  self->previous = position->previous;
  position->previous->next = self;
  position->previous = self;
}

KATA_EXPORT void kata_list_unhook(ListNode* self) __asm__(
    "_ZNSt8__detail15_List_node_base9_M_unhookEv");
KATA_EXPORT void kata_list_unhook(ListNode* self) {
  saw(self, sizeof *self, __builtin_return_address(0));
  wrote(&self->next->previous, sizeof(void*), __builtin_return_address(0));
  wrote(&self->previous->next, sizeof(void*), __builtin_return_address(0));
  self->next->previous = self->previous;
  self->previous->next = self->next;
}

KATA_EXPORT void kata_list_transfer(ListNode* self, ListNode* first, ListNode* last) __asm__(
    "_ZNSt8__detail15_List_node_base11_M_transferEPS0_S1_");
KATA_EXPORT void kata_list_transfer(ListNode* self, ListNode* first, ListNode* last) {
  static const auto next = real<void(ListNode*, ListNode*, ListNode*)>(
      "_ZNSt8__detail15_List_node_base11_M_transferEPS0_S1_");
  wrote(self, sizeof *self, __builtin_return_address(0));
  wrote(&first->previous, sizeof(void*), __builtin_return_address(0));
  wrote(&last->previous, sizeof(void*), __builtin_return_address(0));
  next(self, first, last);
}

KATA_EXPORT void kata_list_reverse(ListNode* self) __asm__(
    "_ZNSt8__detail15_List_node_base10_M_reverseEv");
KATA_EXPORT void kata_list_reverse(ListNode* self) {
  ListNode* node = self;
  do {
    wrote(node, sizeof *node, __builtin_return_address(0));
    ListNode* const next = node->next;
    node->next = node->previous;
    node->previous = next;
    node = next;
  } while (node != self);
}

KATA_EXPORT void kata_list_swap(ListNode& left, ListNode& right) __asm__(
    "_ZNSt8__detail15_List_node_base4swapERS0_S1_");
KATA_EXPORT void kata_list_swap(ListNode& left, ListNode& right) {
  static const auto next =
      real<void(ListNode&, ListNode&)>("_ZNSt8__detail15_List_node_base4swapERS0_S1_");
  for (ListNode* head : {&left, &right}) {
    wrote(head, sizeof *head, __builtin_return_address(0));
    wrote(&head->next->previous, sizeof(void*), __builtin_return_address(0));
    wrote(&head->previous->next, sizeof(void*), __builtin_return_address(0));
  }
  next(left, right);
}

namespace {

// Rebalancing may rewrite any node on the way to the root, whose parent is the header.
void wrote_path(TreeNode* node, TreeNode& header, const void* caller) {
  for (; node != &header; node = node->parent) wrote(node, sizeof *node, caller);
  wrote(&header, sizeof header, caller);
}

// The neighbour of `node` in the order, as libstdc++ finds it; every node on the way is read.
// `right` and `left` change places for the one before.
TreeNode* neighbour(TreeNode* node, TreeNode* TreeNode::*right, TreeNode* TreeNode::*left,
                    const void* caller) {
  const auto reads = [caller](TreeNode* seen) {
    saw(seen, sizeof *seen, caller);
    return seen;
  };
  reads(node);
  if (node->*right != nullptr) {
    node = reads(node->*right);
    while (node->*left != nullptr) node = reads(node->*left);
    return node;
  }
  TreeNode* parent = reads(node->parent);
  while (node == parent->*right) {
    node = parent;
    parent = reads(parent->parent);
  }
  // The root's parent is the header and the header's the root: from the last to the end.
  return node->*right != parent ? parent : node;
}

TreeNode* after(TreeNode* node, const void* caller) {
  return neighbour(node, &TreeNode::right, &TreeNode::left, caller);
}

TreeNode* before(TreeNode* node, const void* caller) {
  // The header is the one red node that is its grandparent's child; before the end comes the last.
  constexpr int red = 0;
  saw(node, sizeof *node, caller);
  if (node->color == red && node->parent != nullptr && node->parent->parent == node) {
    saw(node->right, sizeof *node, caller);
    return node->right;
  }
  if (node->left != nullptr) return neighbour(node, &TreeNode::left, &TreeNode::right, caller);
  TreeNode* parent = node->parent;
  saw(parent, sizeof *parent, caller);
  while (node == parent->left) {
    node = parent;
    parent = parent->parent;
    saw(parent, sizeof *parent, caller);
  }
  return parent;
}

}  // namespace

KATA_EXPORT void kata_tree_insert(
    bool left, TreeNode* node, TreeNode* parent,
    TreeNode& header) __asm__("_ZSt29_Rb_tree_insert_and_rebalancebPSt18_Rb_tree_node_baseS0_RS_");
KATA_EXPORT void kata_tree_insert(bool left, TreeNode* node, TreeNode* parent, TreeNode& header) {
  static const auto next = real<void(bool, TreeNode*, TreeNode*, TreeNode&)>(
      "_ZSt29_Rb_tree_insert_and_rebalancebPSt18_Rb_tree_node_baseS0_RS_");
  wrote(node, sizeof *node, __builtin_return_address(0));
  wrote_path(parent, header, __builtin_return_address(0));
  next(left, node, parent, header);
}

KATA_EXPORT TreeNode* kata_tree_erase(TreeNode* node, TreeNode& header) __asm__(
    "_ZSt28_Rb_tree_rebalance_for_erasePSt18_Rb_tree_node_baseRS_");
KATA_EXPORT TreeNode* kata_tree_erase(TreeNode* node, TreeNode& header) {
  static const auto next = real<TreeNode*(TreeNode*, TreeNode&)>(
      "_ZSt28_Rb_tree_rebalance_for_erasePSt18_Rb_tree_node_baseRS_");
  wrote_path(node, header, __builtin_return_address(0));
  return next(node, header);
}

KATA_EXPORT TreeNode* kata_tree_after(TreeNode* node) __asm__(
    "_ZSt18_Rb_tree_incrementPSt18_Rb_tree_node_base");
KATA_EXPORT TreeNode* kata_tree_after(TreeNode* node) {
  return after(node, __builtin_return_address(0));
}
KATA_EXPORT TreeNode* kata_tree_after_const(TreeNode* node) __asm__(
    "_ZSt18_Rb_tree_incrementPKSt18_Rb_tree_node_base");
KATA_EXPORT TreeNode* kata_tree_after_const(TreeNode* node) {
  return after(node, __builtin_return_address(0));
}
KATA_EXPORT TreeNode* kata_tree_before(TreeNode* node) __asm__(
    "_ZSt18_Rb_tree_decrementPSt18_Rb_tree_node_base");
KATA_EXPORT TreeNode* kata_tree_before(TreeNode* node) {
  return before(node, __builtin_return_address(0));
}
KATA_EXPORT TreeNode* kata_tree_before_const(TreeNode* node) __asm__(
    "_ZSt18_Rb_tree_decrementPKSt18_Rb_tree_node_base");
KATA_EXPORT TreeNode* kata_tree_before_const(TreeNode* node) {
  return before(node, __builtin_return_address(0));
}

}  // namespace kata::intercept
