// SPDX-License-Identifier: MIT
// explore: --schedules 3
// Far more in all than there is at a time, in blocks of any size; one large block that is used here
// and there; and more than any machine has.
#include <assert.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

static void *churn(void *argument) {
  for (int i = 1; i < 700; i++) {
    char *block = malloc(60000 + 13 * i);
    block[0] = block[60000] = (char)i;
    free(block);
  }
  return NULL;
}

int main(void) {
  pthread_t threads[2];
  for (int i = 0; i < 2; i++) pthread_create(&threads[i], NULL, churn, NULL);
  int *growing = NULL;
  for (int n = 1; n < 3000; n++) {
    growing = realloc(growing, n * sizeof *growing);
    growing[n - 1] = n;
  }
  for (int n = 1; n < 3000; n += 100) assert(growing[n - 1] == n);
  free(growing);
  for (int i = 0; i < 2; i++) pthread_join(threads[i], NULL);
  for (int i = 0; i < 100; i++) {
    char *block = malloc(20 << 20);
    block[i << 16] = 1;
    free(block);
  }
  char *large = calloc(200 << 20, 1);
  assert(large[150 << 20] == 0);
  large[150 << 20] = 1;
  large = realloc(large, 210 << 20);
  assert(large[150 << 20] == 1);
  free(large);
  assert(malloc((size_t)1 << 50) == NULL);
  return 0;
}
