import ArabicText

/// The wish to know which of how many hits one is.
package struct HitCount: Hashable, Sendable {
  /// What was looked for.
  package var pattern: SearchPattern
  /// What a paragraph must hold to be searched, where not all are shown.
  package var filter: SearchPattern?
  /// The hit that was found.
  package var hit: TextSpan

  /// Counts the hits of the whole text.
  ///
  /// - Parameters:
  ///   - text: The text that was searched.
  ///   - isCancelled: Asked before each paragraph; `true` ends the counting.
  /// - Returns: The order of the hit, or `nil` where the counting was ended.
  /// - Complexity: O(*n*) in the bytes of the text.
  package func run(in text: DecodedText, isCancelled: () -> Bool = { false }) -> HitOrder? {
    var order = HitOrder(number: 1, total: 0)
    for step in steps(in: text) {
      guard let part = step.run(in: text, isCancelled: isCancelled) else { return nil }
      order += part
    }
    return order
  }

  /// The parts of the counting, which can be run beside each other and are added up.
  package func steps(in text: DecodedText) -> [HitCountStep] {
    let scan = HitScan(pattern, shownBy: filter)
    return HitScan.stretches(of: text.span, in: text).map {
      HitCountStep(scan: scan, span: $0, hit: hit)
    }
  }
}

/// A part of the counting of hits.
package struct HitCountStep: Sendable {
  fileprivate let scan: HitScan
  fileprivate let span: TextSpan
  fileprivate let hit: TextSpan

  /// How many hits this part has, and how many before the hit; `nil` where the counting was ended.
  ///
  /// - Complexity: O(*n*) in the bytes of the part.
  package func run(in text: DecodedText, isCancelled: () -> Bool) -> HitOrder? {
    var order = HitOrder(number: 0, total: 0)
    let isComplete = scan.run(over: span, of: text, isCancelled: isCancelled) { _, hits in
      order.total += hits.count
      order.number += hits.count { $0.lower < hit.lower }
      return true
    }
    return isComplete ? order : nil
  }
}

/// Which of how many.
package struct HitOrder: Hashable, Sendable {
  /// The place of the hit in text order, from 1; of a part of the text, the hits before it.
  package var number: Int
  /// The number of hits.
  package var total: Int

  /// The hit of this number among so many.
  package init(number: Int = 1, total: Int = 0) {
    self.number = number
    self.total = total
  }

  /// Adds up what was counted in two parts of a text.
  package static func += (order: inout HitOrder, part: HitOrder) {
    order.number += part.number
    order.total += part.total
  }
}
