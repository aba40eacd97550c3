import ArabicText
import Documents
import Platform
import Synchronization

/// A document in a file of a folder: the file itself, an item of a feed, or an article of JSON Lines.
struct FolderDocument: Sendable {
  /// The number of the item, counted from 1; 0 for all of the file.
  var number: Int
  /// Where it begins in the text of the file, in Unicode scalars.
  var start: Int
  /// The same in UTF-8.
  var offset = TextOffset.zero
  /// The document.
  var document: Document

  /// The hash of its text.
  var hash: String { document.contentHash ?? DocumentLoader.contentHash(of: document.text) }
}

/// The documents of a file, each of which is made when it is asked for.
struct FolderItems: RandomAccessCollection, Sendable {
  private let whole: Document
  private let items: FeedArticles
  private let counter: ScalarCounter?

  /// Those of the file `whole`.
  init(_ whole: Document) {
    self.whole = whole
    items = FeedArticles(whole, FolderFiles.formats)
    counter = items.isEmpty ? nil : ScalarCounter(whole.text)
  }

  var startIndex: Int { 0 }
  var endIndex: Int { Swift.max(1, items.count) }

  subscript(index: Int) -> FolderDocument {
    guard let counter else { return FolderDocument(number: 0, start: 0, document: whole) }
    let item = items[index]
    return FolderDocument(
      number: index + 1, start: counter.scalarOffset(of: item.start).scalars, offset: item.start,
      document: item.document)
  }

  /// The document with the number `number`; `nil` where there is none.
  func document(_ number: Int) -> FolderDocument? {
    let index = counter == nil ? number : number - 1
    return indices.contains(index) ? self[index] : nil
  }
}

/// The documents of the files of a folder, as all parts of a catalogue read them.
///
/// Those of the files that were asked for last are kept: a feed is asked for each of its items.
package final class FolderDocuments: Sendable {
  /// The most bytes of a file that is taken in.
  static let longestFile = 64 << 20
  private static let kept = 4

  private let root: String
  private let reading: Corpus.Reading
  private let last = Mutex<[(path: String, documents: FolderItems)]>([])

  /// Those of the folder `root`.
  package init(_ root: String, _ reading: Corpus.Reading) {
    (self.root, self.reading) = (root, reading)
  }

  /// All documents in the file at `path`, from the folder, in order.
  ///
  /// - Throws: `DocumentError`.
  /// - Complexity: O(*n*) in the file.
  func all(in path: String) throws(DocumentError) -> FolderItems {
    FolderItems(try whole(path))
  }

  /// The file at `path` as one document; blanks alone are none.
  ///
  /// - Throws: `DocumentError`.
  func whole(_ path: String) throws(DocumentError) -> Document {
    let document = try DocumentLoader.load(
      path: FilePath.join(root, path), encoding: reading.encoding, extent: reading.extent,
      kinds: .regular, limit: Self.longestFile, wrapped: reading.wrapped)
    guard !document.text.isBlank else { throw .empty(path) }
    return document
  }

  /// The document with the number `number` in the file at `path`; `nil` where there is none any more.
  func document(_ number: Int, in path: String) -> FolderDocument? {
    let known = last.withLock { $0.first { $0.path == path }?.documents }
    guard let documents = known ?? (try? all(in: path)) else { return nil }
    if known == nil, documents.count > 1 {
      last.withLock { last in
        last.insert((path, documents), at: 0)
        last = Array(last.prefix(Self.kept))
      }
    }
    return documents.document(number)
  }
}

extension DecodedText {
  /// Whether nothing but white space of ASCII is in it.
  ///
  /// - Complexity: O(1) where it begins with a word.
  var isBlank: Bool { withUTF8 { bytes in !bytes.contains { $0 > 0x20 } } }
}

extension Document {
  /// How many articles of a list could not be read.
  var badItems: Int {
    structure?.warnings.lazy.compactMap { warning in
      if case .badItems(let count, _) = warning { count } else { nil }
    }.first ?? 0
  }
}
