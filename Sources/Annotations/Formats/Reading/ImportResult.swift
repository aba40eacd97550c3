/// What was read from a file: annotations that fit the text, and for each item that does not, why.
///
/// Every item of the file is in one of ``annotations``, ``findings``, ``leftOut`` and ``refused``.
package struct ImportResult: Hashable, Sendable {
  /// What fits.
  package var annotations: [Annotation] = []
  /// How many of them had to be found by their words, since the file was made of another text.
  package var moved = 0
  /// How many of them were widened, since they parted a letter from its marks.
  package var widened = 0
  /// How many of those without quoted words begin or end inside a word, or with a blank.
  package var cutting = 0
  /// How many items are findings of an analysis, and not a person's.
  package var findings = 0
  /// How many offsets were read otherwise than the format says, by how they were read.
  package var readings: [OffsetReading: Int] = [:]
  /// Whether the file names labels by numbers only, which are kept as tags.
  package var hasNumbersForLabels = false
  /// Whether spans begin with tokens whose tags do not say so: the tags are of IOB1 or IO.
  package var hasFreeBeginnings = false
  /// What was passed over of items, in their order.
  package var unread: [ImportUnread] = []
  /// What has no place in a text, or was not meant to be kept.
  package var leftOut: [Refusal] = []
  /// What does not fit.
  package var refused: [Refusal] = []

  /// An item that was not taken, and why.
  package struct Refusal: Hashable, Sendable {
    /// The item as the file names it.
    package var spot: ImportSpot
    /// Why it was not taken.
    package var reason: ImportReason

    /// How many items it speaks of.
    package var count: Int {
      switch reason {
      case .otherText(let count), .notLookedFor(let count): count
      default: 1
      }
    }
  }

  /// How many items were not taken because they do not fit.
  package var refusedCount: Int { refused.reduce(0) { $0 + $1.count } }
}

/// How the place of an item was found.
struct ImportPlacing: Hashable {
  /// How its offsets were read, where that is not what the format says.
  var reading: OffsetReading?
  /// Whether it had to be found by its words.
  var isMoved: Bool
  /// Whether it was widened to whole letters.
  var isWidened: Bool
  /// Whether it begins or ends inside a word, or with a blank, and no words of the file confirm that.
  var isCutting = false
}

/// Where in a file an item stands.
package indirect enum ImportSpot: Hashable, Sendable {
  /// A line, counted from 1.
  case line(Int)
  /// An element of the array that the file is, counted from 1.
  case row(Int)
  /// One of several items of a line or row, counted from 1.
  case part(ImportSpot, Int)
  /// What the file calls it.
  case named(String, ImportSpot)
}

/// Why an item of a file was not taken.
package enum ImportReason: Hashable, Sendable {
  // MARK: What does not fit
  /// The line is no JSON from this byte of it on.
  case notJSON(byte: Int)
  /// It holds nothing that is known as an annotation.
  case unknownRow
  /// A line of a table, or of brat's, of another form.
  case unknownLine
  /// Its offsets are missing, or no whole numbers.
  case noOffsets
  /// Its end is not behind its start, or its start is below zero.
  case emptySpan(start: Int, end: Int)
  /// It is not inside the text, which has `count` scalars.
  case outside(start: Int, end: Int, count: Int)
  /// Other words stand there, and the words that it quotes stand nowhere.
  case otherWords(there: String, wanted: String)
  /// The words that it quotes stand nowhere.
  case wordsMissing(String)
  /// The words that it quotes stand at several places, none of them where its offsets say.
  case severalPlaces(String, count: Int)
  /// The words that it quotes may stand at `count` places or more, and only so many are looked at.
  case manyPlaces(String, count: Int)
  /// Read as the format says its offsets cut a word, and read in another way they do not.
  case unitInDoubt(there: String, other: String, reading: OffsetReading)
  /// The items of a row whose text is another than the article.
  case otherText(count: Int)
  /// Items that were not looked for, since those before them took too long.
  case notLookedFor(count: Int)
  /// Its pieces have other words between them.
  case inPieces
  /// Another item has the same name.
  case nameTaken
  /// There is nothing of the name that it is of.
  case noSuchTarget(String)
  /// It has several targets, or none.
  case targets(Int)
  /// It has no selector that is read.
  case noSelector
  /// It has no label, note, tag or colour.
  case saysNothing
  /// Its tokens do not stand in the text behind those before.
  case tokensMissing(label: String)
  /// Its tags do not say where it begins, or where it ends, though their scheme does.
  case tagsBroken(label: String)
  /// Behind or before its tokens stands a line that cannot be read and may be a part of it.
  case besideUnreadLine(label: String)
  /// A tag is of no scheme that is known.
  case unknownTag(String)
  /// A row has more tokens than tags, or fewer.
  case tagsMiscounted(tokens: Int, tags: Int)
  /// What Rawi has written beside it for itself is damaged.
  case damagedDetails
  /// Its tags are numbers whose names stand elsewhere.
  case numbersForTags

  // MARK: What has no place in a text, or was not meant to be kept
  /// A label of the whole document.
  case documentLabel(String)
  /// A relation, an event or a link.
  case relation
  /// A comment on the document, a reply or a note of a whole page.
  case ofWholePage
  /// A row in which nothing is annotated.
  case emptyRow
  /// A word that says whether it counts is none that is known.
  case unknownAnswer(String)
  /// The person has said no to it.
  case rejected
  /// The person has passed it over.
  case skipped
  /// A mark that has no place in a text, by its type.
  case placeless(type: String)
}
