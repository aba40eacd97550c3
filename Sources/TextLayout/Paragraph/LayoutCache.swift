import ArabicText
import Synchronization

/// Remembers the layouts of the paragraphs last asked for.
///
/// Memory is bounded: the least recently used layouts go first. A layout depends on nothing but its
/// key, so the cache never changes what anyone sees.
package final class LayoutCache: Sendable {
  private struct Key: Hashable {
    var content: TextSpan
    var options: LayoutOptions

    /// What a layout costs: that of an empty paragraph has a line, too.
    var cost: Int { content.utf8Count + 128 }
  }

  private struct Entry {
    var layout: ParagraphLayout
    var lastUse: Int
  }

  private struct State {
    var entries: [Key: Entry] = [:]
    var clock = 0
    var cost = 0
  }

  private let text: DecodedText
  private let capacity: Int
  private let state = Mutex(State())

  /// How many layouts are remembered.
  package var count: Int { state.withLock { $0.entries.count } }

  /// A cache of layouts of paragraphs of `text`, of about `capacity` bytes of source text, where a
  /// paragraph counts as some more than it has.
  package init(_ text: DecodedText, capacity: Int = 256 * 1024) {
    self.text = text
    self.capacity = capacity
  }

  /// The layout of `paragraph`, made now or remembered.
  ///
  /// - Complexity: O(1) where remembered, else O(*n*) in the bytes of the paragraph.
  package func layout(of paragraph: Paragraph, options: LayoutOptions) -> ParagraphLayout {
    let key = Key(content: paragraph.content, options: options)
    if let found = recall(key) { return found }
    let layout = ParagraphLayout(text, paragraph, options: options)
    remember(layout, key)
    return layout
  }

  private func recall(_ key: Key) -> ParagraphLayout? {
    state.withLock { state in
      state.clock += 1
      state.entries[key]?.lastUse = state.clock
      return state.entries[key]?.layout
    }
  }

  private func remember(_ layout: ParagraphLayout, _ key: Key) {
    state.withLock { state in
      if state.entries[key] == nil { state.cost += key.cost }
      state.entries[key] = Entry(layout: layout, lastUse: state.clock)
      guard state.cost > capacity, state.entries.count > 1 else { return }
      // Dropping the older half at once keeps the cost of a miss constant on average.
      let byAge = state.entries.sorted { $0.value.lastUse < $1.value.lastUse }
      for (old, _) in byAge.prefix(byAge.count / 2) {
        state.entries[old] = nil
        state.cost -= old.cost
      }
    }
  }
}
