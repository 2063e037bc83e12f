// SPDX-License-Identifier: MIT
// Containers shared under a mutex, whatever the library does inside.
#include <kata/kata.hpp>

template <class Container, class Add>
void guarded(kata::Schedule& schedule, Add add, std::size_t expected) {
  std::mutex mutex;
  Container container;
  const auto work = [&](int from) {
    for (int i = from; i < from + 3; ++i) {
      const std::lock_guard lock(mutex);
      add(container, i);
    }
  };
  std::thread a(work, 0), b(work, 3);
  a.join();
  b.join();
  std::size_t count = 0;
  for ([[maybe_unused]] const auto& element : container) ++count;
  schedule.expect(count == expected && container.size() == expected, "all are there");
}

void sequences(kata::Schedule& schedule) {
  const auto back = [](auto& container, int i) { container.push_back(i); };
  guarded<std::vector<int>>(schedule, back, 6);
  guarded<std::deque<int>>(schedule, back, 6);
  guarded<std::list<int>>(schedule, back, 6);
  guarded<std::list<int>>(
      schedule,
      [](auto& list, int i) {
        list.push_front(i);
        if (i % 3 == 2) list.sort();
      },
      6);
  guarded<std::string>(
      schedule, [](auto& text, int i) { text += std::string(10, 'a' + i); }, 60);
}

void associative(kata::Schedule& schedule) {
  const auto pair = [](auto& map, int i) { map[i] = std::to_string(i); };
  guarded<std::map<int, std::string>>(schedule, pair, 6);
  guarded<std::unordered_map<int, std::string>>(schedule, pair, 6);
  guarded<std::set<int>>(
      schedule,
      [](auto& set, int i) {
        set.insert(i);
        if (i % 3 == 1) set.erase(i - 1);
      },
      4);
  guarded<std::unordered_set<std::string>>(
      schedule, [](auto& set, int i) { set.insert(std::string(30, 'a' + i)); }, 6);
  guarded<std::multimap<int, int>>(
      schedule, [](auto& map, int i) { map.emplace(i % 2, i); }, 6);
}

void lru_cache(kata::Schedule& schedule) {
  std::mutex mutex;
  std::list<std::pair<int, int>> items;
  std::unordered_map<int, std::list<std::pair<int, int>>::iterator> index;
  const auto put = [&](int key) {
    const std::lock_guard lock(mutex);
    if (const auto found = index.find(key); found != index.end()) {
      items.splice(items.begin(), items, found->second);
      return;
    }
    if (items.size() == 2) {
      index.erase(items.back().first);
      items.pop_back();
    }
    items.emplace_front(key, key);
    index[key] = items.begin();
  };
  std::thread a([&] {
    for (const int key : {1, 2, 1}) put(key);
  });
  std::thread b([&] {
    for (const int key : {2, 3}) put(key);
  });
  a.join();
  b.join();
  schedule.expect(items.size() == 2 && index.size() == 2, "two are kept");
}

void read_only(kata::Schedule& schedule) {
  const std::map<int, std::string> map{{1, "one, with a long text so that it is on the heap"}};
  const std::vector<std::string> words{"some", "words", "that nobody changes any more"};
  const std::unordered_map<std::string, int> index{{"some", 0}, {"words", 1}};
  std::atomic<std::size_t> sum{0};
  const auto read = [&] {
    sum += map.at(1).size() + words.back().size() + index.at("words") + map.count(2);
    for (const auto& [key, value] : index) sum += key.size() + value;
  };
  std::thread a(read), b(read);
  a.join();
  b.join();
  schedule.expect(sum % 2 == 0, "reading needs no lock");
}

void separate_elements(kata::Schedule& schedule) {
  std::vector<std::string> words(3);
  std::map<int, int> map{{0, 0}, {1, 0}, {2, 0}};
  std::array<std::list<int>, 3> lists;
  std::vector<std::thread> threads;
  for (int i = 0; i < 3; ++i) {
    threads.emplace_back([&, i] {
      words[i] = std::string(20, 'x');
      map.find(i)->second = i;
      lists[i].push_back(i);
    });
  }
  for (std::thread& thread : threads) thread.join();
  schedule.expect(words[2].size() == 20 && map[1] == 1 && lists[0].size() == 1, "each its own");
}

void algorithms(kata::Schedule& schedule) {
  std::vector<int> values(40);
  std::iota(values.rbegin(), values.rend(), 0);
  const auto middle = values.begin() + 20;
  std::thread left([&] { std::sort(values.begin(), middle); });
  std::thread right([&] { std::stable_sort(middle, values.end()); });
  left.join();
  right.join();
  std::inplace_merge(values.begin(), middle, values.end());
  schedule.expect(std::is_sorted(values.begin(), values.end()), "merge sort with two threads");
}

void queue_of_functions(kata::Schedule& schedule) {
  std::mutex mutex;
  std::queue<std::function<int()>> tasks;
  std::priority_queue<int> results;
  for (int i = 0; i < 4; ++i) {
    tasks.push([i, text = std::string(30, 'x')] { return i + static_cast<int>(text.size()); });
  }
  const auto work = [&] {
    for (;;) {
      std::unique_lock lock(mutex);
      if (tasks.empty()) return;
      auto task = std::move(tasks.front());
      tasks.pop();
      lock.unlock();
      const int result = task();
      lock.lock();
      results.push(result);
    }
  };
  std::thread a(work), b(work);
  a.join();
  b.join();
  schedule.expect(results.size() == 4 && results.top() == 33, "all are done");
}

void strings(kata::Schedule& schedule) {
  const std::string shared = "a string that is long enough to live on the heap";
  std::string copies[2];
  std::thread a([&] { copies[0] = shared; });
  std::thread b([copy = shared, &copies] { copies[1] = copy.substr(2, 30); });
  a.join();
  b.join();
  schedule.expect(copies[0] == shared && copies[1].starts_with("string"), "copies are their own");
}

KATA_SCENARIOS(kata::scenario("sequences", sequences); kata::scenario("associative", associative);
               kata::scenario("LRU cache", lru_cache); kata::scenario("read only", read_only);
               kata::scenario("separate elements", separate_elements);
               kata::scenario("algorithms", algorithms);
               kata::scenario("queue of functions", queue_of_functions);
               kata::scenario("strings", strings);)
