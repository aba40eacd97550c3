#ifndef RAWI_CPLATFORM_H
#define RAWI_CPLATFORM_H

#include <spawn.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

// Closes every descriptor from `first` on in the child, before those actions that are added later.
// A GNU extension that Swift's module of the C library leaves out. 0, or an errno.
int rawi_spawn_close_from(posix_spawn_file_actions_t *actions, int first);

// Lets `process`, a child, ask for no more than `bytes` of memory (a GNU extension, too).
void rawi_limit_memory(pid_t process, size_t bytes);

// Takes the signals of a crash from the backtracer of the Swift runtime, which where it is installed
// asks in the terminal what to do and waits for a key; the signals have their default effect then.
// Left as it is where SWIFT_BACKTRACE is set: somebody has said what is wanted of it. Call it first.
void rawi_leave_crashes_alone(void);

// Descriptors that no child process gets, not even one that another thread starts at that moment.
// GNU extensions too; each is -1 with errno set where it fails.

// A pipe, with further `flags` for both ends.
int rawi_pipe(int ends[2], int flags);
// A file in memory that has no name.
int rawi_unnamed_file(void);
// A new file, whose name is written over the X at the end of `template`.
int rawi_temporary_file(char *template);

// By what a file is known.
struct rawi_file_identity {
  // Its inode number, which another file may have as soon as it is gone.
  uint64_t number;
  // When it was made, in nanoseconds since 1970; 0 where the file system does not say so.
  int64_t born;
};
// That of the file that `path` leads to (statx(2), which Swift's module of the C library leaves out); false where it
// fails.
bool rawi_identify_file(const char *path, struct rawi_file_identity *identity);

#endif
