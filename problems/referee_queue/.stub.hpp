// SPDX-License-Identifier: MIT
// Users join a queue, one every two seconds; referees verify them, which takes four seconds each.
// As it stands one thread does everything in turn. Fill in run(): an arrival thread, the referees'
// threads, and what is between them.
#pragma once

#include <functional>

class RefereeQueue {
 public:
  RefereeQueue(int users, int referees) : users_(users), referees_(referees) {}

  // Returns when every user has been verified and every thread that it started has been joined.
  void run(std::function<void(int user)> join, std::function<void(int referee, int user)> verify) {
    for (int user = 0; user < users_; ++user) {
      join(user);                      // user number `user` comes now
      verify(user % referees_, user);  // takes the referee four seconds
    }
  }

 private:
  int users_;
  int referees_;
};
