import ArabicText

/// Turns resolved quotations into those of the public result.
struct QuotationBuilder {
  /// The entity of each cluster.
  let ids: [EntityID?]

  /// The quotations in text order, numbered `q1`, `q2` ….
  func quotations(of resolved: [ResolvedQuotation]) -> [Quotation] {
    let order = resolved.indices.sorted {
      (start(resolved[$0]), $0) < (start(resolved[$1]), $1)
    }
    var names = [String](repeating: "", count: resolved.count)
    for (number, index) in order.enumerated() { names[index] = "q\(number + 1)" }
    return order.map { index in
      let report = resolved[index]
      let found = report.found
      var via = found.via
      via?.speaker = report.via.flatMap { ids[$0] }
      return Quotation(
        id: names[index], kind: found.kind, scareKind: found.scareKind, content: found.content,
        verbatim: found.verbatim, cue: found.cue, source: found.source,
        speaker: report.speaker.flatMap { ids[$0] }, via: via,
        parent: report.parent.map { names[$0] }, isRepaired: found.isRepaired, rule: found.rule,
        confidence: found.confidence)
    }
  }

  private func start(_ report: ResolvedQuotation) -> TextSpan {
    report.found.content.first ?? TextSpan(.zero, .zero)
  }
}
