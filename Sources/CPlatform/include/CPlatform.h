#ifndef RAWI_CPLATFORM_H
#define RAWI_CPLATFORM_H

#include <spawn.h>

// Closes every descriptor from `first` on in the child, before those actions that are added later.
// A GNU extension that Swift's module of the C library leaves out. 0, or an errno.
int rawi_spawn_close_from(posix_spawn_file_actions_t *actions, int first);

#endif
