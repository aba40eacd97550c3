#ifndef RAWI_CARCHIVES_H
#define RAWI_CARCHIVES_H

#include <stddef.h>
#include <stdint.h>

// An archive in memory that is read from its beginning to its end.
typedef struct rawi_archive rawi_archive;

typedef enum {
  // A ZIP archive, by the list at its end.
  rawi_archive_zip,
  // Anything, packed by gzip, bzip2, xz or zstd, also several times: one member without a name.
  rawi_archive_packed,
} rawi_archive_kind;

typedef enum {
  rawi_archive_ok,
  // There are no more members.
  rawi_archive_end,
  // There is no libarchive on this machine.
  rawi_archive_no_library,
  // There is no memory left.
  rawi_archive_no_memory,
  // The bytes are cut, or are not what they seem.
  rawi_archive_damaged,
  // The bytes were packed more often than libarchive unpacks.
  rawi_archive_too_many_layers,
} rawi_archive_outcome;

// Opens `count` bytes, which stay as they are until the archive is closed. Safe to be called by several
// threads at once; the archive itself is for one.
rawi_archive_outcome rawi_archive_open(
    const void *bytes, size_t count, rawi_archive_kind kind, rawi_archive **archive);

// Goes to the next member.
rawi_archive_outcome rawi_archive_next(rawi_archive *archive);

// The name of the member, or NULL; valid until the next one.
const char *rawi_archive_name(rawi_archive *archive);

// Whether the member needs a password.
int rawi_archive_is_encrypted(rawi_archive *archive);

// Unpacks at most `count` bytes of the member; 0 at its end, less than 0 where it is damaged.
ptrdiff_t rawi_archive_read(rawi_archive *archive, void *buffer, size_t count);

// The sum of `count` bytes that gzip puts behind what it packs (RFC 1952, 8: CRC-32).
uint32_t rawi_archive_sum(const void *bytes, size_t count);

// Ends reading; NULL is allowed.
void rawi_archive_close(rawi_archive *archive);

#endif
