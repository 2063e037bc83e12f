// SPDX-License-Identifier: MIT
// explore:
// A C program with all the usual: heap, strings, printing, an array of threads, exit by falling off
// the end of main.
#include <assert.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct account {
  char *owner;
  int balance;
};
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static struct account *account;

static void *deposit(void *amount) {
  pthread_mutex_lock(&lock);
  account->balance += *(int *)amount;
  printf("%s has %d\n", account->owner, account->balance);
  pthread_mutex_unlock(&lock);
  free(amount);
  return NULL;
}

int main(void) {
  account = calloc(1, sizeof *account);
  assert(account->balance == 0);
  account->owner = strdup("someone");
  account->owner = realloc(account->owner, 100);
  assert(strcmp(account->owner, "someone") == 0);
  pthread_t threads[3];
  for (int i = 0; i < 3; ++i) {
    int *amount = malloc(sizeof *amount);
    *amount = i;
    pthread_create(&threads[i], NULL, deposit, amount);
  }
  for (int i = 0; i < 3; ++i) pthread_join(threads[i], NULL);
  assert(account->balance == 3);
  puts("done");
  free(account->owner);
  free(account);
}
