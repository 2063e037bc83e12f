// SPDX-License-Identifier: MIT
// explore: --schedules 300
// What a schedule writes is there for itself, and for no other.
#include <assert.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static void *log_a_line(void *argument) {
  FILE *log = fopen("kata_log.txt", "a");
  assert(log != NULL);
  fprintf(log, "line\n");
  fclose(log);
  return NULL;
}

int main(void) {
  char line[100];
  assert(access("kata_log.txt", F_OK) != 0);
  assert(fopen("kata_log.txt", "r") == NULL);
  FILE *file = fopen("./kata_log.txt", "w");
  assert(file != NULL);
  fprintf(file, "first\n");
  fclose(file);
  pthread_t threads[2];
  for (int i = 0; i < 2; i++) pthread_create(&threads[i], NULL, log_a_line, NULL);
  for (int i = 0; i < 2; i++) pthread_join(threads[i], NULL);
  file = fopen("kata_log.txt", "r");
  assert(file != NULL);
  int lines = 0;
  while (fgets(line, sizeof line, file) != NULL) lines++;
  fclose(file);
  assert(lines == 3);
  struct stat about;
  assert(stat("kata_log.txt", &about) == 0 && about.st_size == 16);

  assert(rename("kata_log.txt", "kata_other.txt") == 0 && access("kata_log.txt", F_OK) != 0);
  int descriptor = open("kata_other.txt", O_RDWR);
  assert(descriptor >= 0 && read(descriptor, line, 5) == 5 && memcmp(line, "first", 5) == 0);
  assert(write(descriptor, "X", 1) == 1);
  close(descriptor);
  assert(open("kata_other.txt", O_WRONLY | O_CREAT | O_EXCL, 0600) == -1);
  assert(remove("kata_other.txt") == 0);
  assert(fopen("kata_other.txt", "r") == NULL && unlink("kata_other.txt") == -1);

  assert(fopen("no/such/directory/file", "w") == NULL);
  file = fopen("/dev/null", "w");
  assert(file != NULL && fputs("x", file) >= 0);
  fclose(file);
  char name[] = "/tmp/kataXXXXXX";
  descriptor = mkstemp(name);
  assert(descriptor >= 0 && write(descriptor, "abc", 3) == 3);
  assert(close(descriptor) == 0 && unlink(name) == 0);
  file = tmpfile();
  assert(file != NULL && fputc('x', file) == 'x');
  rewind(file);
  assert(fgetc(file) == 'x');
  fclose(file);
  return 0;
}
