// SPDX-License-Identifier: MIT
// explore: --schedules 200 -- -ab -n3 rest
// The environment, the locale and the place among the options are those of a fresh process.
#include <locale.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static void *nothing(void *argument) { return argument; }

int main(int count, char **arguments) {
  int number = 0, letters = 0, option;
  if (getenv("SCHEDULES_BEFORE") != NULL) return 1;
  if (strcmp(setlocale(LC_ALL, NULL), "C") != 0) return 2;
  setenv("SCHEDULES_BEFORE", "1", 1);
  setlocale(LC_ALL, "C.UTF-8");
  while ((option = getopt(count, arguments, "abn:")) != -1) {
    if (option == 'n') number = atoi(optarg);
    if (option == 'a' || option == 'b') ++letters;
    if (letters == 1) break;  // in the middle of a word
  }
  if (letters != 1) return 3;
  pthread_t thread;
  pthread_create(&thread, NULL, nothing, NULL);
  pthread_join(thread, NULL);
  while ((option = getopt(count, arguments, "abn:")) != -1) {
    if (option == 'n') number = atoi(optarg);
  }
  return number == 3 && strcmp(arguments[optind], "rest") == 0 ? 0 : 4;
}
