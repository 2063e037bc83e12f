// SPDX-License-Identifier: MIT
// explore:
#include <pthread.h>
#include <stddef.h>

struct account {
  long balance;
  pthread_mutex_t mutex;
};

static struct account *account;

int main(void) {
  pthread_mutex_lock(&account->mutex);
  account->balance++;
  pthread_mutex_unlock(&account->mutex);
  return 0;
}
