/// The tables of the store.
enum Schema {
  /// How many steps a file has been through at least that can hold annotations.
  ///
  /// What reads a store without bringing it up to date counts on the tables of this step: a later step
  /// that changes them raises the number.
  static let firstWithAnnotations = 3
  /// How many steps a file has been through at least whose anchors have `side_distinction`.
  static let firstWithSides = 4
  /// How many steps a file has been through at least that knows where copies of a text lie.
  static let firstWithCopies = 7
  /// How many steps a file has been through at least that keeps samples of texts.
  static let firstWithSamples = 8
  /// How many steps a file has been through at least that keeps outlines of texts.
  static let firstWithOutlines = 9
  /// How many steps a file has been through at least that keeps of what a text may be a later state.
  static let firstWithDoubts = 10

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
    // Versions of one text, recognised by their path, are one work. Offsets of anchors count
    // Unicode scalars of the text with that hash; an annotation has an anchor in each state in which
    // its place is certain. A change is never deleted: its state is 0 (done), 1 (undone) or 2 (undone,
    // and another was made since). `more` and `items` are JSON.
    """
    CREATE TABLE document (
      content_hash TEXT NOT NULL PRIMARY KEY,
      work INTEGER NOT NULL,
      path TEXT,
      seen INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX document_by_path ON document (path, seen);
    CREATE TABLE annotation (
      work INTEGER NOT NULL,
      id TEXT NOT NULL,
      color TEXT,
      note TEXT NOT NULL,
      tags TEXT NOT NULL,
      more TEXT,
      author TEXT,
      created INTEGER NOT NULL,
      modified INTEGER NOT NULL,
      PRIMARY KEY (work, id)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE anchor (
      work INTEGER NOT NULL,
      annotation TEXT NOT NULL,
      content_hash TEXT NOT NULL,
      first INTEGER NOT NULL CHECK (first >= 0),
      last INTEGER NOT NULL CHECK (last >= first),
      exact TEXT NOT NULL,
      prefix TEXT NOT NULL,
      suffix TEXT NOT NULL,
      distinction INTEGER,
      made INTEGER NOT NULL,
      PRIMARY KEY (work, annotation, content_hash)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE change (
      number INTEGER PRIMARY KEY AUTOINCREMENT,
      work INTEGER NOT NULL,
      summary TEXT NOT NULL,
      items TEXT NOT NULL,
      made INTEGER NOT NULL,
      state INTEGER NOT NULL DEFAULT 0
    ) STRICT;
    CREATE INDEX change_by_work ON change (work, state, number);
    """,
    // How much context on one side alone tells a passage from others; NULL where nobody knows.
    """
    ALTER TABLE anchor ADD COLUMN side_distinction INTEGER;
    """,
    // Where the caret stood in the text, in UTF-8 bytes; NULL where there was none.
    """
    ALTER TABLE reading_place ADD COLUMN caret INTEGER CHECK (caret >= 0);
    """,
    // How far the text was read, in per cent; NULL where nobody knows.
    """
    ALTER TABLE reading_place ADD COLUMN percent INTEGER CHECK (percent BETWEEN 0 AND 100);
    """,
    // All places where a text was seen: `document` has the last one, and copies of a text lie in several.
    """
    CREATE TABLE copy (
      path TEXT NOT NULL,
      content_hash TEXT NOT NULL,
      seen INTEGER NOT NULL,
      PRIMARY KEY (path, content_hash)
    ) STRICT, WITHOUT ROWID;
    INSERT INTO copy SELECT path, content_hash, seen FROM document WHERE path IS NOT NULL;
    """,
    // What tells whether another text is a later state of this one: `TextSample`; NULL where nobody has taken one.
    """
    ALTER TABLE document ADD COLUMN sample TEXT;
    """,
    // What tells a mended text from the next one of its pattern: `TextOutline`; and the number of the file in which a
    // text was seen, by which one that was renamed is known. NULL where nobody has taken them.
    """
    ALTER TABLE document ADD COLUMN outline TEXT;
    ALTER TABLE copy ADD COLUMN file INTEGER;
    """,
    // The work of which the text may be a later state, which a person has to say; and when a text was seen at a place
    // first, while `seen` tells when it came there last: the last of a place is what lies there, and the empty hash
    // says that the one before has gone elsewhere.
    """
    ALTER TABLE document ADD COLUMN doubt INTEGER;
    ALTER TABLE copy ADD COLUMN first INTEGER;
    """,
  ]
}
