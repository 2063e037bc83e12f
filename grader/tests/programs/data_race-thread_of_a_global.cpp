// SPDX-License-Identifier: MIT
// explore:
// The thread that a global object starts uses another that is made after it.
#include <thread>
#include <vector>

extern std::vector<int> numbers;

std::thread early([] { numbers.push_back(1); });
std::vector<int> numbers{1, 2};

int main() { early.join(); }
