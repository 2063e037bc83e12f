// SPDX-License-Identifier: MIT
// Bug: no constructor says whose turn it is first.
class FooBar {
 public:
  explicit FooBar(int n) : rounds_(n) {}

  void foo(std::function<void()> printFoo) { take_turns(true, printFoo); }
  void bar(std::function<void()> printBar) { take_turns(false, printBar); }

 private:
  void take_turns(bool foos, const std::function<void()>& print) {
    for (int i = 0; i < rounds_; ++i) {
      std::unique_lock lock(mutex_);
      changed_.wait(lock, [&] { return foos == (foos_turn_ != 0); });
      print();
      foos_turn_ = foos ? 0 : 1;
      changed_.notify_one();
    }
  }

  const int rounds_;
  int foos_turn_;
  std::mutex mutex_;
  std::condition_variable changed_;
};
