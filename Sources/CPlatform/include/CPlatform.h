#ifndef RAWI_CPLATFORM_H
#define RAWI_CPLATFORM_H

#include <spawn.h>

// Closes every descriptor from `first` on in the child, before those actions that are added later.
// A GNU extension that Swift's module of the C library leaves out. 0, or an errno.
int rawi_spawn_close_from(posix_spawn_file_actions_t *actions, int first);

// Takes the signals of a crash from the backtracer of the Swift runtime, which where it is installed
// asks in the terminal what to do and waits for a key; the signals have their default effect then.
// Left as it is where SWIFT_BACKTRACE is set: somebody has said what is wanted of it. Call it first.
void rawi_leave_crashes_alone(void);

#endif
