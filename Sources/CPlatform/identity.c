#define _GNU_SOURCE
#include "CPlatform.h"

#include <fcntl.h>
#include <sys/stat.h>

bool rawi_identify_file(const char *path, struct rawi_file_identity *identity) {
  struct statx status;
  if (statx(AT_FDCWD, path, 0, STATX_INO | STATX_BTIME, &status) != 0) return false;
  identity->number = status.stx_ino;
  identity->born = 0;
  if (status.stx_mask & STATX_BTIME)
    identity->born = status.stx_btime.tv_sec * INT64_C(1000000000) + status.stx_btime.tv_nsec;
  return true;
}
