import Annotations
import ArabicText
import Glibc
import Interface
import Library
import Platform
import Reader

extension FolderShelf {
  /// How many articles are given, speakers, names of which each of them speaks, and articles of a name.
  private static let (mostArticles, mostSpeakers, mostTopics, mostOfName) = (500, 200, 5, 20)
  /// How many names are given at most, to be picked from.
  private static let mostNames = 5000

  package func problem(with question: LibraryQuestion) -> Phrase? {
    do throws(LibraryRefusal) {
      _ = try request(of: question)
      return nil
    } catch {
      return error.phrase
    }
  }

  package func answer(
    _ question: LibraryQuestion, isCancelled: @escaping @Sendable () -> Bool,
    post: (RoomAnswer) -> Void
  ) -> LibraryAnswer {
    do {
      let request = try request(of: question)
      let catalogues = try catalogues()
      try fillUnkept(catalogues, for: question, request, isCancelled)
      var isAgain = false
      return try Catalogue.mending(catalogues) {
        // One that had to be made anew has nothing in it.
        if isAgain {
          for notice in catalogues.compactMap(\.notices.last) {
            post(.remade(Notice(notice.phrase)))
          }
          try scan(catalogues, isCancelled)
        }
        isAgain = true
        return try answer(question, request, catalogues, isCancelled)
      }
    } catch let error as LibraryRefusal {
      return .refused(error.phrase)
    } catch let error as StoreError {
      return .refused(error.phrase)
    } catch {
      return .refused(Phrase(.nothingFound))
    }
  }

  /// Takes in the files of those of `catalogues` that nobody can keep: each time that they are opened they know
  /// nothing.
  private func fillUnkept(
    _ catalogues: [Catalogue], for question: LibraryQuestion, _ request: FindRequest,
    _ isCancelled: @escaping @Sendable () -> Bool
  ) throws(StoreError) {
    let unkept = catalogues.filter { !$0.isKept }
    guard setup.folder != nil, !unkept.isEmpty else { return }
    try scan(unkept, isCancelled)
    if case .find = question, !request.needsAnalysis { return }
    let filling = FolderFilling(
      unkept, setup, visible: { [] }, isCancelled: isCancelled, post: { _ in })
    try filling.analyzeAll()
  }

  private func scan(
    _ catalogues: [Catalogue], _ isCancelled: @Sendable () -> Bool
  ) throws(StoreError) {
    for catalogue in catalogues {
      try catalogue.scan(setup.reading, jobs: setup.jobs, isCancelled: isCancelled)
    }
  }

  private func answer(
    _ question: LibraryQuestion, _ request: FindRequest, _ catalogues: [Catalogue],
    _ isCancelled: () -> Bool
  ) throws(StoreError) -> LibraryAnswer {
    switch question {
    case .find(_, let listed):
      .found(try found(request, in: catalogues, listed.map(Self.items), isCancelled))
    case .speakers(_, let listed):
      .speakers(try speakers(request, in: catalogues, listed.map(Self.items)))
    case .names:
      .names(
        try JoinedCatalogues(catalogues).allNames(atMost: Self.mostNames).map {
          NameCount(LibraryName($0.name), $0.count)
        })
    case .name(let name): .name(try record(of: name, request.same, in: catalogues, isCancelled))
    }
  }

  private func request(of question: LibraryQuestion) throws(LibraryRefusal) -> FindRequest {
    var request =
      switch question {
      case .find(let line, _): try setup.request(line).get()
      case .speakers(let line, _) where !line.isEmpty: try setup.request(line).get()
      case .speakers, .name, .names: FindRequest()
      }
    request.same = setup.same()
    return request
  }

  /// Documents as a library names them.
  private static func items(_ ids: [RoomDocument.ID]) -> Set<String> {
    Set(ids.map { id in id.item.map { "\(id.path)#\($0 + 1)" } ?? id.path })
  }

  private func found(
    _ request: FindRequest, in catalogues: [Catalogue], _ items: Set<String>?,
    _ isCancelled: () -> Bool
  ) throws(StoreError) -> LibraryFindings {
    var request = request
    request.limit = Self.mostArticles
    let asksForNotes = request.asksForNotes
    let findings = try JoinedCatalogues(catalogues).find(
      request, setup.reading, among: items, notes: { asksForNotes ? setup.notes($0.root) : nil },
      isCancelled: isCancelled)
    var found = self.findings(findings, in: catalogues)
    found.pending = request.needsAnalysis ? try pending(in: catalogues) : 0
    return found
  }

  private func findings(_ found: Findings, in catalogues: [Catalogue]) -> LibraryFindings {
    LibraryFindings(
      articles: found.documents.map { FoundArticle($0, in: catalogues) }, total: found.total)
  }

  private func speakers(
    _ request: FindRequest, in catalogues: [Catalogue], _ items: Set<String>?
  ) throws(StoreError) -> LibrarySpeakers {
    let table = try JoinedCatalogues(catalogues).speakers(
      request, among: items, topicsAtMost: Self.mostTopics,
      reading: setup.reading, notes: { setup.notes($0.root) })
    return LibrarySpeakers(
      speakers: table.speakers.prefix(Self.mostSpeakers).map { speaker in
        LibrarySpeakers.Speaker(
          LibraryName(speaker.name), quotations: speaker.quotations, articles: speaker.documents,
          topics: speaker.topics.map { NameCount(LibraryName($0.name), $0.quotations) },
          otherNames: Self.others(speaker.name.name, request.same))
      }, others: max(0, table.speakers.count - Self.mostSpeakers), articles: table.documents,
      pending: try pending(in: catalogues))
  }

  private func record(
    of name: LibraryName, _ same: SameNames, in catalogues: [Catalogue], _ isCancelled: () -> Bool
  ) throws(StoreError) -> LibraryRecord {
    let record = try JoinedCatalogues(catalogues).record(
      of: SpeakerTable.Name(name.name, name.kind), setup.reading, same: same,
      atMost: Self.mostOfName, isCancelled: isCancelled)
    return LibraryRecord(
      months: Dictionary(
        record.months.map { ($0.key.number, $0.value) }, uniquingKeysWith: { first, _ in first }),
      newest: findings(record.newest, in: catalogues),
      said: findings(record.said, in: catalogues), quotations: record.said.quotations,
      companions: record.companions.map { NameCount(LibraryName($0.name), $0.documents) },
      otherNames: Self.others(name.name, same), longerNames: record.longerNames,
      pending: try pending(in: catalogues))
  }

  /// The names of who is called `name` but this one.
  private static func others(_ name: String, _ same: SameNames) -> [String] {
    same.names(of: name).filter { $0 != name }
  }

  package var joinedNames: String {
    guard let status = setup.lessons.flatMap({ PathCalls.status(of: $0.path) }) else { return "" }
    return "\(status.st_ino) \(status.st_size) \(status.st_mtim.tv_sec) \(status.st_mtim.tv_nsec)"
  }

  package func say(_ lesson: NameLesson) -> NameLessonAnswer {
    guard let file = setup.lessons else { return .failed(Phrase(.sameOff)) }
    guard lesson.kind == .other || SameNames.different(lesson.names) > 1 else {
      return .failed(Phrase(.sameTwice))
    }
    guard let entry = SameNames.Entry(lesson) else {
      return .failed(Phrase(.callNamesOfWords, .number(SameNames.mostNames)))
    }
    do throws(StoreError) {
      try file.say(entry, on: String(Timestamp.next().iso.prefix(10)))
      return .said(lesson)
    } catch {
      return .failed(error.phrase)
    }
  }

  package func takeBack(_ lesson: NameLesson) -> NameLessonAnswer {
    guard let file = setup.lessons, let entry = SameNames.Entry(lesson) else { return .nothing }
    do throws(StoreError) {
      return try file.undo(entry) == nil ? .nothing : .takenBack(lesson)
    } catch {
      return .failed(error.phrase)
    }
  }

  /// How many documents were not analysed yet.
  private func pending(in catalogues: [Catalogue]) throws(StoreError) -> Int {
    let key = setup.key()
    var count = 0
    for catalogue in catalogues { count += try catalogue.pending(key, setup.notes(catalogue.root)) }
    return count
  }
}

/// Why a line cannot be asked.
package struct LibraryRefusal: Error {
  /// Why, in no language yet.
  package var phrase: Phrase

  /// The reason `phrase`.
  package init(_ phrase: Phrase) { self.phrase = phrase }
}

extension SameNames.Entry {
  /// What `lesson` says; `nil` where that says nothing.
  fileprivate init?(_ lesson: NameLesson) {
    self.init(lesson.kind == .same ? .same : .other, lesson.names)
  }
}

extension LibraryName {
  fileprivate init(_ name: SpeakerTable.Name) { self.init(name.name, name.kind) }
}

extension FoundArticle {
  fileprivate init(_ document: FoundDocument, in catalogues: [Catalogue]) {
    self.init(
      id: RoomDocument.ID(
        document.path, number: document.place.number, hash: document.contentHash,
        in: catalogues[document.place.catalogue]),
      title: document.title, source: document.source, time: document.time,
      copies: document.copies.count,
      passages: document.passages.map { FoundPassage($0, behind: document.place.start) })
  }
}

extension FoundPassage {
  /// `passage` in the text of the document, which begins behind `start` scalars of its file.
  fileprivate init(_ passage: FoundDocument.Passage, behind start: Int) {
    // As beside the lines of an article.
    let sign = passage.isUndecided ? ["?"] : []
    let written =
      sign + passage.tags.map { "#\($0)" } + [passage.note ?? ""].filter { !$0.isEmpty }
    self.init(
      range: max(0, passage.range.lowerBound - start)..<max(0, passage.range.upperBound - start),
      before: passage.before, found: passage.found, after: passage.after, speaker: passage.speaker,
      note: written.isEmpty ? nil : written.joined(separator: " "))
  }
}
