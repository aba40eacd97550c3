#define _GNU_SOURCE
#include "CPlatform.h"
#include <sys/resource.h>

int rawi_spawn_close_from(posix_spawn_file_actions_t *actions, int first) {
  return posix_spawn_file_actions_addclosefrom_np(actions, first);
}

void rawi_limit_memory(pid_t process, size_t bytes) {
  // What it has of its own, not the addresses that it has put aside: pandoc takes a terabyte of those at its start.
  struct rlimit limit = {bytes, bytes};
  prlimit(process, RLIMIT_DATA, &limit, NULL);
}
