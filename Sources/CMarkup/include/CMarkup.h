#ifndef RAWI_CMARKUP_H
#define RAWI_CMARKUP_H

#include <stdbool.h>
#include <stddef.h>

// What the parser tells of markup, in the order in which it stands there.
//
// Names are those of the document, HTML's in small letters. Attributes are pairs of a name and a value,
// which may be NULL, and end with NULL; the list itself is NULL where there are none.
typedef struct {
  void *state;
  void (*start)(void *state, const char *name, const char *const *attributes);
  void (*end)(void *state, const char *name);
  void (*text)(void *state, const char *bytes, int count);
} rawi_markup_events;

typedef enum { rawi_markup_html, rawi_markup_xml } rawi_markup_kind;

typedef enum {
  // All of it was told, whatever was wrong with it.
  rawi_markup_told,
  // XML that is not well-formed; what stands before the fault was told.
  rawi_markup_ill_formed,
  // There is no libxml2 on this machine.
  rawi_markup_no_library,
  // There is no memory left.
  rawi_markup_no_memory,
  // The time was over; what was read until then was told.
  rawi_markup_late,
} rawi_markup_outcome;

// Tells `events` what stands in `count` bytes of UTF-8.
//
// Nothing is fetched, no entity but the five of XML and those of HTML is replaced, and no definition
// of a document's type is read. After `milliseconds` it ends. Safe to be called by several threads at once.
rawi_markup_outcome rawi_markup_parse(
    const char *bytes, int count, rawi_markup_kind kind, int milliseconds,
    const rawi_markup_events *events);

// The character that HTML 4 calls `name`, as nbsp; 0 where it has no such name, or there is no libxml2.
unsigned rawi_markup_entity(const char *name);

// Gives the HTML of `count` bytes of Markdown in UTF-8, as GitHub reads it (GFM 0.29), to be freed.
//
// Markup in it is left as it is; without `tables`, rows of tables are lines. NULL where there is no cmark-gfm on this machine. Safe to be called by
// several threads at once.
char *rawi_markdown_html(const char *bytes, size_t count, bool tables);

typedef struct {
  const unsigned char *bytes;
  size_t count;
} rawi_markup_data;

// The words by which pages say what their parts are (page_words.tsv).
rawi_markup_data rawi_page_words(void);

#endif
