// Names of semaphores that are no names, or too long ones, are refused as glibc refuses them.
// explore: --schedules 20
#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <semaphore.h>
#include <string.h>

static void refuse(const char *name, int opening, int unlinking) {
  errno = 0;
  assert(sem_open(name, O_CREAT, 0600, 1) == SEM_FAILED && errno == opening);
  errno = 0;
  assert(sem_unlink(name) == -1 && errno == unlinking);
}

int main(void) {
  char name[300] = "/";
  memset(name + 1, 'n', 252);
  refuse("/", EINVAL, ENOENT);
  refuse("/one/two", EINVAL, ENOENT);
  refuse(name, ENAMETOOLONG, ENAMETOOLONG);
  memset(name + 1, 'n', 256);
  refuse(name, EINVAL, ENOENT);
  name[252] = 0;
  sem_t *semaphore = sem_open(name, O_CREAT | O_EXCL, 0600, 1);
  assert(semaphore != SEM_FAILED && sem_wait(semaphore) == 0);
  assert(sem_unlink(name) == 0);
  return 0;
}
