// SPDX-License-Identifier: MIT
// atomic<shared_ptr>, shared_ptr handed from thread to thread, weak_ptr.
#include <kata/kata.hpp>

void atomic_pointer(kata::Schedule& schedule) {
  std::atomic<std::shared_ptr<std::vector<int>>> current{std::make_shared<std::vector<int>>(1, 1)};
  std::thread writer([&] { current.store(std::make_shared<std::vector<int>>(2, 1)); });
  const std::shared_ptr<std::vector<int>> seen = current.load();
  const std::size_t sum = std::accumulate(seen->begin(), seen->end(), 0);
  schedule.expect(sum == seen->size(), "a whole vector, old or new");
  writer.join();
  auto expected = current.load();
  schedule.expect(current.compare_exchange_strong(expected, nullptr), "nobody else is there");
}

void copy_on_write(kata::Schedule& schedule) {
  std::atomic<std::shared_ptr<const std::set<int>>> set{std::make_shared<const std::set<int>>()};
  const auto insert = [&](int value) {
    auto before = set.load();
    std::shared_ptr<const std::set<int>> after;
    do {
      auto copy = std::make_shared<std::set<int>>(*before);
      copy->insert(value);
      after = std::move(copy);
    } while (!set.compare_exchange_weak(before, after));
  };
  std::thread a(insert, 1), b(insert, 2);
  a.join();
  b.join();
  schedule.expect(set.load()->size() == 2, "no insertion is lost");
}

struct Tracked {
  explicit Tracked(int& gone) : gone(gone) {}
  ~Tracked() { ++gone; }
  int& gone;
  std::atomic<int> value{0};
  std::string name = "a name that needs memory of its own";
};

void last_owner(kata::Schedule& schedule) {
  int gone = 0;
  {
    auto shared = std::make_shared<Tracked>(gone);
    std::thread a([shared] { ++shared->value; });
    std::thread b([shared = std::move(shared)]() mutable {
      ++shared->value;
      shared.reset();
    });
    a.join();
    b.join();
  }
  schedule.expect(gone == 1, "the last owner destroys it, whoever that is");
}

void plain_before_release(kata::Schedule& schedule) {
  // Each owner writes its own plain field; the destructor, in the last owner, reads them all.
  struct Fields {
    int values[2] = {};
    int* sum;
    ~Fields() { *sum = values[0] + values[1]; }
  };
  int sum = 0;
  auto shared = std::make_shared<Fields>();
  shared->sum = &sum;
  std::thread a([p = shared] { p->values[0] = 1; });
  std::thread b([p = std::move(shared)] { p->values[1] = 2; });
  a.join();
  b.join();
  schedule.expect(sum == 3, "letting go orders before the destructor");
}

void weak(kata::Schedule& schedule) {
  auto shared = std::make_shared<std::string>("something that is not in the small buffer");
  const std::weak_ptr<std::string> watcher = shared;
  std::size_t seen = 0;
  std::thread reader([&] {
    if (const auto locked = watcher.lock()) seen = locked->size();
  });
  shared.reset();
  reader.join();
  schedule.expect((seen == 0 || seen == 41) && watcher.expired(), "all or nothing");
}

void free_functions(kata::Schedule& schedule) {
  std::shared_ptr<int> pointer = std::make_shared<int>(1);
  std::thread writer([&] { std::atomic_store(&pointer, std::make_shared<int>(2)); });
  const int seen = *std::atomic_load(&pointer);
  writer.join();
  schedule.expect(seen == 1 || seen == 2, "the old free functions still work");
}

KATA_SCENARIOS(kata::scenario("atomic pointer", atomic_pointer);
               kata::scenario("copy on write", copy_on_write);
               kata::scenario("last owner", last_owner);
               kata::scenario("plain before release", plain_before_release);
               kata::scenario("weak", weak); kata::scenario("free functions", free_functions);)
