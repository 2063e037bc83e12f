// SPDX-License-Identifier: MIT
// explore:
#include <thread>

std::jthread early([] {});

int main() {}
