#define _GNU_SOURCE
#include "CPlatform.h"

#include <fcntl.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

int rawi_pipe(int ends[2], int flags) { return pipe2(ends, O_CLOEXEC | flags); }

int rawi_unnamed_file(void) { return memfd_create("rawi", MFD_CLOEXEC); }

int rawi_temporary_file(char *template) { return mkostemp(template, O_CLOEXEC); }
