/// The tables of the store.
enum Schema {
  /// The steps from an empty file to the tables of today.
  ///
  /// A step that has been released is never changed; a change to the tables is one more step.
  static let migrations = [
    // Offsets count UTF-8 bytes of the decoded text; `jumps` is a list of them, oldest first, with a
    // blank between two. `updated` counts milliseconds since 1970.
    """
    CREATE TABLE reading_place (
      content_hash TEXT NOT NULL PRIMARY KEY,
      path TEXT,
      offset INTEGER NOT NULL CHECK (offset >= 0),
      jumps TEXT NOT NULL,
      updated INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX reading_place_by_age ON reading_place (updated);
    """,
    // Marks that a person set by letters.
    """
    CREATE TABLE reading_mark (
      content_hash TEXT NOT NULL,
      letter TEXT NOT NULL,
      offset INTEGER NOT NULL CHECK (offset >= 0),
      PRIMARY KEY (content_hash, letter)
    ) STRICT, WITHOUT ROWID;
    """,
  ]
}
