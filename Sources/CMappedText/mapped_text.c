// The language is strict C, which hides POSIX unless asked.
#define _GNU_SOURCE
#include "CMappedText.h"

#include <errno.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

struct guarded {
  atomic_uintptr_t start;
  atomic_size_t size;
};

// Places for files, in blocks that are added and never taken away: the handler may look at them at any
// moment.
enum { block_size = 256 };

static struct block {
  struct guarded files[block_size];
  _Atomic(struct block *) next;
} first_block;

static atomic_size_t page_size;
static struct sigaction previous;

// Whether `place` was in the file, whose rest from there on is zero bytes now.
static bool repair(const struct guarded *file, uintptr_t place) {
  uintptr_t start = file->start;
  uintptr_t end = start + file->size;
  if (start == 0 || place < start || place >= end) return false;
  uintptr_t page = place & ~((uintptr_t)page_size - 1);
  // All that follows is missing too; one mapping for it, as a process has a limited number.
  void *zeros = mmap(
      (void *)page, end - page, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED | MAP_NORESERVE,
      -1, 0);
  return zeros != MAP_FAILED;
}

bool mapped_text_repair(void *fault) {
  int error = errno;
  bool repaired = false;
  for (struct block *block = &first_block; block && !repaired; block = block->next)
    for (int i = 0; i < block_size && !repaired; i++)
      repaired = repair(&block->files[i], (uintptr_t)fault);
  errno = error;
  return repaired;
}

static void on_bus_error(int number, siginfo_t *info, void *context) {
  (void)context;
  if (mapped_text_repair(info->si_addr)) return;
  // The instruction is run again, and dies as it would have died.
  sigaction(number, &previous, NULL);
}

static void install(void) {
  page_size = (size_t)sysconf(_SC_PAGESIZE);
  struct sigaction action = {.sa_sigaction = on_bus_error, .sa_flags = SA_SIGINFO | SA_ONSTACK};
  sigemptyset(&action.sa_mask);
  sigaction(SIGBUS, &action, &previous);
}

static bool take_place(struct block *block, const void *address, size_t size) {
  for (int i = 0; i < block_size; i++) {
    uintptr_t empty = 0;
    // The size is set last; until then nothing lies between start and end.
    if (!atomic_compare_exchange_strong(&block->files[i].start, &empty, (uintptr_t)address))
      continue;
    block->files[i].size = size;
    return true;
  }
  return false;
}

bool mapped_text_guard(const void *address, size_t size) {
  static atomic_flag installed = ATOMIC_FLAG_INIT;
  if (!atomic_flag_test_and_set(&installed)) install();
  struct block *block = &first_block;
  while (!take_place(block, address, size)) {
    struct block *next = block->next;
    if (!next) {
      struct block *added = calloc(1, sizeof *added);
      if (!added) return false;
      // Another thread may have added one meanwhile.
      if (atomic_compare_exchange_strong(&block->next, &next, added)) next = added;
      else free(added);
    }
    block = next;
  }
  return true;
}

void mapped_text_release(const void *address) {
  for (struct block *block = &first_block; block; block = block->next)
    for (int i = 0; i < block_size; i++) {
      if (block->files[i].start != (uintptr_t)address) continue;
      block->files[i].size = 0;
      block->files[i].start = 0;
      return;
    }
}
