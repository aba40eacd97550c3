import ArabicText
import Synchronization

/// A text in which words are looked for, perhaps many times.
///
/// The first searches read it; when there have been many, as for an import of thousands of rows, an
/// index is made (``PlaceIndex``), so that the work for many rows is not that of reading the text for
/// each. What is found is the same.
final class SearchedText: Sendable {
  /// After how many searches an index is worth its making, which takes as long as some hundred.
  private static let mostSearches = 128
  /// The lengths of a text of which one is made, in bytes: a shorter one is read as quickly, for a
  /// longer one it would be large.
  private static let lengths = 16 << 10...16 << 20

  /// The text.
  let text: DecodedText
  /// Counts what searches do.
  let work: SearchWork
  private let state: Mutex<State>

  private enum State {
    case searched(Int)
    case indexed(PlaceIndex)
    case readOnly
  }

  init(_ text: DecodedText, work: SearchWork = SearchWork()) {
    self.text = text
    self.work = work
    state = Mutex(Self.lengths.contains(text.utf8Count) ? .searched(0) : .readOnly)
  }

  /// Where the bytes of `words` stand, in order, at most `limit` places; they may overlap.
  ///
  /// Without a `span` all of the text is searched.
  ///
  /// - Complexity: O(*n*) in the length of the text for the first searches, then as for
  ///   ``PlaceIndex/places(of:in:limit:)``.
  func places(of words: some Collection<UInt8>, in span: TextSpan? = nil, limit: Int) -> [TextSpan]
  {
    let span = span ?? text.span
    let words = Array(words)
    work.add(words.count)
    if let places = index?.places(of: words, in: span, limit: limit) { return places }
    let places = text.places(of: words, in: span, limit: limit)
    let end = places.count < limit ? span.upper : places.last?.upper ?? span.lower
    work.add(end - span.lower)
    return places
  }

  /// All places where the bytes of `words` stand; they may overlap.
  ///
  /// - Complexity: as for ``places(of:in:limit:)``.
  func allPlaces(of words: some Collection<UInt8>, fewerThan limit: Int) -> PlacesOfWords {
    let words = Array(words)
    work.add(words.count)
    if let places = index?.allPlaces(of: words, fewerThan: limit) { return places }
    let places = places(of: words, limit: limit)
    return places.count < limit ? .all(places) : .many
  }

  /// Whether searches use an index by now.
  var isIndexed: Bool {
    state.withLock { if case .indexed = $0 { true } else { false } }
  }

  /// The index, where there is one or it is time for it.
  private var index: PlaceIndex? {
    state.withLock { state in
      switch state {
      case .readOnly: return nil
      case .indexed(let index): return index
      case .searched(let count) where count < Self.mostSearches:
        state = .searched(count + 1)
        return nil
      case .searched:
        let index = PlaceIndex(text)
        state = .indexed(index)
        return index
      }
    }
  }
}

/// Where words stand.
enum PlacesOfWords {
  /// At these places, in order, and at no other.
  case all([TextSpan])
  /// At more than were asked for.
  case many
}
