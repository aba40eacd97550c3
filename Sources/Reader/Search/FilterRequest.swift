import ArabicText

/// The wish to know which paragraphs hold what is looked for.
package struct FilterRequest: Hashable, Sendable {
  /// What is looked for.
  package var pattern: SearchPattern

  /// Looks through the whole text.
  ///
  /// - Parameters:
  ///   - text: The text to look through.
  ///   - isCancelled: Asked before each paragraph; `true` ends the work.
  /// - Returns: The paragraphs in text order, or `nil` where the work was ended.
  /// - Complexity: O(*n*) in the bytes of the text; 48 bytes of memory for each paragraph found.
  package func run(in text: DecodedText, isCancelled: () -> Bool = { false }) -> [Paragraph]? {
    var found: [Paragraph] = []
    for step in steps(in: text) {
      guard let part = step.run(in: text, isCancelled: isCancelled) else { return nil }
      found += part
    }
    return found
  }

  /// The parts of the work, which can be run beside each other and are put together in order.
  package func steps(in text: DecodedText) -> [FilterStep] {
    let scan = HitScan(pattern)
    return HitScan.stretches(of: text.span, in: text).map { FilterStep(scan: scan, span: $0) }
  }
}

/// A part of looking for the paragraphs to show.
package struct FilterStep: Sendable {
  fileprivate let scan: HitScan
  fileprivate let span: TextSpan

  /// The paragraphs of this part in text order, or `nil` where the work was ended.
  ///
  /// - Complexity: O(*n*) in the bytes of the part.
  package func run(in text: DecodedText, isCancelled: () -> Bool) -> [Paragraph]? {
    var found: [Paragraph] = []
    let isComplete = scan.run(over: span, of: text, isCancelled: isCancelled) { paragraph, _ in
      found.append(paragraph)
      return true
    }
    return isComplete ? found : nil
  }
}
