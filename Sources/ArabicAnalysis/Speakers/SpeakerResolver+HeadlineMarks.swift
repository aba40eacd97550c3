import ArabicText
import EntityModel

// Marked words of a headline that the article tells who said.
extension SpeakerResolver {
  /// ترامب في العاصفة «خطير وضعيف»: gives marked words of the headline of which nobody is known to have said
  /// them the speaker of the first quotation below that has them verbatim.
  ///
  /// - Complexity: O(*n*) in the quotations, if the headline has marks.
  func attributeHeadline(_ resolved: inout [ResolvedQuotation]) {
    for index in resolved.indices where isOpenHeadline(resolved[index]) {
      let wanted = words(of: resolved[index].found.content)
      guard wanted.count >= parameters.shortestRepeated else { continue }
      let source = resolved[(index + 1)...].first { other in
        guard other.speaker != nil, other.found.kind.isSpeech, !isInHeadline(other) else {
          return false
        }
        // A marked word inside a report is a term more often; what is nothing but marked is said.
        if resolved[index].found.kind == .scare, other.found.kind != .direct { return false }
        return other.found.verbatim.contains { repeats(wanted, in: $0) }
      }
      guard let source else { continue }
      resolved[index].speaker = source.speaker
      resolved[index].found.kind = .direct
      resolved[index].found.rule = .markOrphan
    }
  }

  /// Whether most of the words of a headline stand in a marked text that has few others.
  private func repeats(_ wanted: [NameKey], in span: TextSpan) -> Bool {
    let said = words(of: [span])
    let shared = Double(wanted.count { said.contains($0) })
    return shared >= parameters.repeatedShare * Double(wanted.count)
      && shared >= parameters.repeatedPart * Double(said.count)
  }

  /// Whether a quotation is marked words of the headline without a speaker.
  private func isOpenHeadline(_ quote: ResolvedQuotation) -> Bool {
    guard quote.speaker == nil, quote.found.cue == nil, quote.found.source == nil,
      isInHeadline(quote), !isName(quote.found.content)
    else { return false }
    return quote.found.rule == .markOrphan || quote.found.rule == .markShort
  }

  /// Whether marked words are a name.
  private func isName(_ content: [TextSpan]) -> Bool {
    guard let span = content.first else { return true }
    return mentions(in: span).contains { $0.span.lower == span.lower }
  }

  private func isInHeadline(_ quote: ResolvedQuotation) -> Bool {
    quote.found.content.last.map { $0.upper <= headlineEnd } ?? false
  }

  private func words(of spans: [TextSpan]) -> [NameKey] {
    spans.flatMap { span in
      text.string(in: span).split { !$0.isLetter && !$0.isNumber }.map {
        NameKey(String($0), folding: .words)
      }
    }
  }
}
