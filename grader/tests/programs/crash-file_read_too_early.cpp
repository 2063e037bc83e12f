// SPDX-License-Identifier: MIT
// explore:
// The schedule before has written the file; this one may not have.
#include <cassert>
#include <fstream>
#include <string>
#include <thread>

int main() {
  std::jthread writer([] { std::ofstream("kata_message.txt") << "hello" << std::flush; });
  std::string word;
  std::ifstream("kata_message.txt") >> word;
  assert(word == "hello");
}
