// SPDX-License-Identifier: MIT
// A golden for every operator: what it makes of a line, and what it leaves alone.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "mutate/mutant.hpp"

namespace grader::mutate {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::UnorderedElementsAre;

// The second lines of the mutants that `operation` makes of these statements in a function.
std::vector<std::string> made(const std::string& operation, const std::string& statements) {
  std::vector<std::string> result;
  for (const Mutant& mutant : mutants_of("void f() {\n" + statements + "\n}\n")) {
    if (mutant.operation == operation) result.push_back(mutant.to);
  }
  return result;
}

// The same for members, where a declaration of an atomic is needed.
std::vector<std::string> relaxed(const std::string& statement) {
  std::vector<std::string> result;
  for (const Mutant& mutant :
       mutants_of("std::atomic<int> a{0};\nvoid f() {\n" + statement + "\n}\n")) {
    if (mutant.operation == "relax_order") result.push_back(mutant.to);
  }
  return result;
}

TEST(Operators, DropNotify) {
  EXPECT_THAT(made("drop_notify", "a(); c.notify_one();"), ElementsAre("a();"));
  EXPECT_THAT(made("drop_notify", "if (x) pthread_cond_broadcast(&c);"), ElementsAre("if (x) ;"));
  // The call is in the lambda, whose statement it is.
  EXPECT_THAT(made("drop_notify", "auto g = [&] { c.notify_all(); };"),
              ElementsAre("auto g = [&] {  };"));
}

TEST(Operators, ExchangeNotify) {
  EXPECT_THAT(made("notify_one_for_all", "c.notify_all();"), ElementsAre("c.notify_one();"));
  EXPECT_THAT(made("notify_all_for_one", "pthread_cond_signal(&c);"),
              ElementsAre("pthread_cond_broadcast(&c);"));
}

TEST(Operators, IfForWhile) {
  EXPECT_THAT(made("if_for_while", "while (!ready) c.wait(lock);"),
              ElementsAre("if (!ready) c.wait(lock);"));
  EXPECT_THAT(made("if_for_while", "do a(); while (x);"), IsEmpty());
}

TEST(Operators, DropWait) {
  EXPECT_THAT(made("drop_wait", "c.wait(lock, [&] { return x; });"), ElementsAre(""));
  EXPECT_THAT(made("drop_wait", "while (sem_wait(&s) != 0) {}"), ElementsAre(""));
  EXPECT_THAT(made("drop_wait", "done.arrive_and_wait();"), ElementsAre(""));
  EXPECT_THAT(made("drop_wait", "const bool in_time = c.wait_for(lock, t);"), IsEmpty());
}

TEST(Operators, DropPredicate) {
  EXPECT_THAT(made("drop_predicate", "c.wait(lock, [&] { return a, b; });"),
              ElementsAre("c.wait(lock);"));
  EXPECT_THAT(made("drop_predicate", "x = c.wait_for(lock, 5ms, ready);"),
              ElementsAre("x = c.wait_for(lock, 5ms);"));
  EXPECT_THAT(made("drop_predicate", "a.wait(1, std::memory_order_acquire); c.wait(lock);"),
              IsEmpty());
}

TEST(Operators, DropJoin) {
  EXPECT_THAT(made("drop_join", "for (auto& t : all) t.join();"),
              ElementsAre("for (auto& t : all) ;"));
  EXPECT_THAT(made("drop_join", "pthread_join(t, nullptr);"), ElementsAre(""));
}

TEST(Operators, DropLock) {
  EXPECT_THAT(made("drop_lock", "const std::lock_guard<std::mutex> lock(m); a();"),
              ElementsAre("a();"));
  EXPECT_THAT(made("drop_lock", "std::scoped_lock lock(m, n); a();"), ElementsAre("a();"));
  EXPECT_THAT(made("drop_lock", "m.lock(); a(); m.unlock();"),
              UnorderedElementsAre("a(); m.unlock();", "m.lock(); a();", "a();"));
  EXPECT_THAT(made("drop_lock", "pthread_mutex_lock(&m); a(); pthread_mutex_unlock(&m);"),
              UnorderedElementsAre("a(); pthread_mutex_unlock(&m);", "pthread_mutex_lock(&m); a();",
                                   "a();"));
  // Another lock's other half is not this one's.
  EXPECT_THAT(made("drop_lock", "m.lock(); n.unlock();"),
              UnorderedElementsAre("n.unlock();", "m.lock();"));
}

TEST(Operators, NarrowLock) {
  EXPECT_THAT(made("narrow_lock", "std::lock_guard lock(m); a(); b();"),
              UnorderedElementsAre("a(); std::lock_guard lock(m); b();",
                                   "{ std::lock_guard lock(m); a(); } b();"));
  EXPECT_THAT(made("narrow_lock", "std::lock_guard lock(m);"), IsEmpty());
}

TEST(Operators, RelaxOrder) {
  const std::string order = "std::memory_order_relaxed";
  EXPECT_THAT(relaxed("a.load(std::memory_order_acquire);"), ElementsAre("a.load(" + order + ");"));
  EXPECT_THAT(relaxed("a.load(std::memory_order::acquire);"),
              ElementsAre("a.load(std::memory_order::relaxed);"));
  EXPECT_THAT(relaxed("a.load(std::memory_order_relaxed);"), IsEmpty());
  EXPECT_THAT(relaxed("x = a.load();"), ElementsAre("x = a.load(" + order + ");"));
  EXPECT_THAT(relaxed("a.store(f(1, 2));"), ElementsAre("a.store(f(1, 2), " + order + ");"));
  EXPECT_THAT(relaxed("a.wait(1);"), ElementsAre("a.wait(1, " + order + ");"));
  EXPECT_THAT(relaxed("a = x + 1;"), ElementsAre("a.store(x + 1, " + order + ");"));
  EXPECT_THAT(relaxed("x = a++;"), ElementsAre("x = a.fetch_add(1, " + order + ");"));
  EXPECT_THAT(relaxed("x = --a;"), ElementsAre("x = (a.fetch_sub(1, " + order + ") - 1);"));
  EXPECT_THAT(relaxed("a += 2;"), ElementsAre("a.fetch_add(2, " + order + ");"));
  EXPECT_THAT(relaxed("return a == 1;"), ElementsAre("return a.load(" + order + ") == 1;"));
  EXPECT_THAT(relaxed("b = other;"), IsEmpty());
}

TEST(Operators, WeakenCondition) {
  EXPECT_THAT(made("weaken_condition", "if (a && f(b, c)) x();"),
              UnorderedElementsAre("if (a) x();", "if (f(b, c)) x();"));
  EXPECT_THAT(
      made("weaken_condition", "return a || b && c;"),
      UnorderedElementsAre("return a;", "return b && c;", "return a || b;", "return a || c;"));
  EXPECT_THAT(made("weaken_condition", "c.wait(lock, [&] { return !e.empty() || closed; });"),
              UnorderedElementsAre("c.wait(lock, [&] { return !e.empty(); });",
                                   "c.wait(lock, [&] { return closed; });"));
}

TEST(Operators, NegateCondition) {
  EXPECT_THAT(made("negate_condition", "if (a == b) x();"), ElementsAre("if (!(a == b)) x();"));
  EXPECT_THAT(made("negate_condition", "for (int i = 0; i < 3; ++i) x();"),
              ElementsAre("for (int i = 0; !(i < 3); ++i) x();"));
  EXPECT_THAT(made("negate_condition", "if (int i = f(); i > 1) x();"),
              ElementsAre("if (int i = f(); !(i > 1)) x();"));
  EXPECT_THAT(made("negate_condition", "c.wait(lock, [&] { return ready; });"),
              ElementsAre("c.wait(lock, [&] { return !(ready); });"));
  EXPECT_THAT(made("negate_condition", "for (int i : all) x(); run([&] { return ready; });"),
              IsEmpty());
}

TEST(Operators, ShiftBound) {
  EXPECT_THAT(made("shift_bound", "if (i < n) x();"), ElementsAre("if (i <= n) x();"));
  EXPECT_THAT(made("shift_bound", "if (i >= n) x();"), ElementsAre("if (i > n) x();"));
  EXPECT_THAT(made("shift_bound", "std::vector<std::set<int>> v; g<int>(); s->t();"), IsEmpty());
}

TEST(Operators, ShiftConstant) {
  EXPECT_THAT(made("shift_constant", "x = 2;"), ElementsAre("x = 3;", "x = 1;"));
  EXPECT_THAT(made("shift_constant", "x = 0u;"), ElementsAre("x = 1u;"));
  EXPECT_THAT(made("shift_constant", "x = 0x10 + 1.5 + 1'000 + 007; y = \"1\"; z = '1';"),
              IsEmpty());
}

TEST(Operators, DropStatement) {
  EXPECT_THAT(made("drop_statement", "int i = 1;\n++i;\nif (i) return 2;\nreturn;"),
              ElementsAre("", ""));
  EXPECT_THAT(made("drop_statement", "if (x) continue;"), ElementsAre("if (x) ;"));
  EXPECT_THAT(made("drop_statement", "s.release();"), ElementsAre(""));
}

TEST(Operators, SwapStatements) {
  EXPECT_THAT(made("swap_statements", "a();\n// why\nif (x) { b(); }\nc();"),
              UnorderedElementsAre("if (x) { b(); }\n// why\na();", "c();\nif (x) { b(); }"));
}

TEST(Operators, SwapOfDeclarationsOnlyWhereTheirEndsMatter) {
  EXPECT_THAT(made("swap_statements", "std::mutex m; int i = 1;"), IsEmpty());
  EXPECT_THAT(made("swap_statements", "std::mutex m; std::jthread t(f);"),
              ElementsAre("std::jthread t(f); std::mutex m;"));
}

TEST(Mutants, EqualOnesAreMadeOnce) {
  // Dropping either of two calls that are alike leaves the same program.
  EXPECT_THAT(made("drop_statement", "a();\na();\nb();"), ElementsAre("", ""));
  EXPECT_THAT(made("swap_statements", "a();\na();"), IsEmpty());
}

TEST(Mutants, AreKnownByWhatTheyChangeAndWhichOfThoseAlike) {
  const auto all = mutants_of("void f() {\n  x = 1;\n  y();\n  x = 1;\n}\n");
  std::vector<std::string> known;
  for (const Mutant& one : all) {
    if (one.operation != "shift_constant") continue;
    known.push_back(std::to_string(one.line) + " " + one.from + " " + one.to + " " +
                    std::to_string(one.nth));
  }
  EXPECT_THAT(known, ElementsAre("2 x = 1; x = 2; 1", "2 x = 1; x = 0; 1", "4 x = 1; x = 2; 2",
                                 "4 x = 1; x = 0; 2"));
}

TEST(Mutants, LeaveDirectivesStringsAndCommentsAlone) {
  EXPECT_THAT(mutants_of("#include <a>\n#define N 3\n// x = 1; c.notify_one();\nint a;\n"),
              IsEmpty());
}

TEST(Mutants, SmallDiffShowsBothSides) {
  Mutant mutant;
  mutant.from = "a();\nb();";
  mutant.to = "b();";
  EXPECT_EQ(small_diff(mutant, "  "), "  - a();\n  - b();\n  + b();\n");
}

}  // namespace
}  // namespace grader::mutate
