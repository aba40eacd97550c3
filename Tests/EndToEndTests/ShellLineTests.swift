import Foundation
import TestSupport
import Testing

/// Commands of the pages that are no call of the program.
///
/// What they name is there, and what a test can run is run; the two of README.md are run as they stand by
/// `.ci/run`.
struct ShellLineTests {
  /// Whether `path` of the package is there.
  private static func exists(_ path: String) -> Bool {
    access(DocumentedCommands.package + "/" + path, F_OK) == 0
  }

  private static func text(of path: String) throws -> String {
    try DocumentedCommands.text(of: path)
  }

  /// All lines for a shell, with the page of each.
  private static func lines() throws -> [(page: String, line: String)] {
    try DocumentedCommands.pages.flatMap { page in
      try DocumentedCommands.shellLines(in: page).map { (page, $0) }
    }
  }

  @Test func `a shell can read every line that is meant for one`() throws {
    let lines = try Self.lines()
    #expect(lines.count > 20)
    for (page, line) in lines {
      let result = try ChildProcess.run("/bin/sh", ["-n"], input: Array(line.utf8))
      #expect(result.status == 0, "\(page): \(line): \(result.message)")
    }
  }

  @Test func `files, variables, products and suites that the lines name are there`() throws {
    let manifest = try Self.text(of: "Package.swift")
    let sources = try DocumentedCommands.sources(in: ["Sources", "Tests", ".ci"])
    for (page, line) in try Self.lines() {
      let words = DocumentedCommands.words(of: line)
      for (index, word) in words.enumerated() {
        let next = words.indices.contains(index + 1) ? words[index + 1] : ""
        if words[0] == "rawi-benchmark", word.hasPrefix("--") {
          #expect(
            sources.contains {
              $0.path.hasPrefix("Sources/Benchmark/") && $0.text.contains("\"\(word)\"")
            }, "\(page): \(line)")
        } else if word.hasPrefix(".ci/") || word.hasPrefix("Sources/") {
          #expect(Self.exists(word), "\(page): \(line)")
        } else if let variable = word.wholeMatch(of: /(RAWI_[A-Z_]+)=.*/)?.output.1 {
          #expect(sources.contains { $0.text.contains("\"\(variable)\"") }, "\(page): \(line)")
        } else if word == "--product" {
          #expect(manifest.contains("name: \"\(next)\""), "\(page): \(line)")
        } else if word == "--filter" {
          #expect(
            sources.contains { $0.path.hasPrefix("Tests/") && $0.path.contains(next) },
            "\(page): \(line)")
        } else if let name = word.wholeMatch(of: /\.\/(.*)\*\.deb/)?.output.1 {
          #expect(try Self.text(of: ".ci/package").contains("/\(name)$"), "\(page): \(line)")
        }
      }
    }
  }

  private static let swift: String? = {
    let folders = getenv("PATH").map { String(cString: $0) } ?? ""
    return folders.split(separator: ":").map { String($0) + "/swift" }.first {
      access($0, X_OK) == 0
    }
  }()

  @Test(.enabled(if: swift != nil, "needs the toolchain"))
  func `the toolchain has the options that the lines give it`() throws {
    var help: [[String]: String] = [:]
    for (page, line) in try Self.lines() {
      let words = DocumentedCommands.words(of: line)
      guard let place = words.firstIndex(of: "swift") else { continue }
      let call = words[(place + 1)...].prefix { $0 != "&&" }
      let command = Array(call.prefix { !$0.hasPrefix("-") })
      if help[command] == nil {
        help[command] = try ChildProcess.run(
          Self.swift ?? "", command + ["--help-hidden"],
          environment: BuiltProgram.environment.merging(["HOME": "/tmp"]) { $1 }
        ).text
      }
      for option in call.filter({ $0.hasPrefix("--") }) {
        #expect(help[command]?.contains(option) == true, "\(page): \(line): \(option)")
      }
    }
    #expect(Set(help.keys).isSuperset(of: [["build"], ["test"]]))
  }

  @Test(.enabled(if: access("/usr/bin/apt-cache", X_OK) == 0, "needs Debian"))
  func `Debian has the packages that README names`() throws {
    var packages: [String] = []
    for line in try DocumentedCommands.shellLines(in: "README.md") {
      let words = DocumentedCommands.words(of: line)
      guard let place = words.firstIndex(of: "install"), place > 0, words[place - 1] == "apt-get"
      else { continue }
      packages += words[(place + 1)...].prefix { $0 != "&&" }.filter { !$0.hasPrefix("-") }
    }
    let runtime = try Self.text(of: "README.md").matches(of: /`([a-z0-9.+-]+(\ [a-z0-9.+-]+)+)`/)
      .map(\.output.1).first { $0.hasPrefix("lib") }
    packages += (runtime ?? "").split(separator: " ").map(String.init)
    #expect(packages.count > 12)
    let known = Set(
      try ChildProcess.run("/usr/bin/apt-cache", ["show"] + packages).text.split(separator: "\n")
        .filter { $0.hasPrefix("Package: ") }.map { String($0.dropFirst("Package: ".count)) })
    for package in packages { #expect(known.contains(package), "\(package)") }
  }

  @Test func `what sets up manuals and completions does so`() throws {
    let lines = try Self.text(of: "Sources/rawi/Rawi.docc/Reading.md").split(separator: "\n")
    let start = try #require(lines.firstIndex { $0.hasPrefix("mkdir -p ~/") })
    let block = lines[start...].prefix { !$0.hasPrefix("```") }.joined(separator: "\n")
    let home = try TemporaryFolder()
    let programs = BuiltProgram.path("rawi").split(separator: "/").dropLast().map { "/" + $0 }
      .joined()
    let result = try ChildProcess.run(
      "/bin/sh", ["-ec", block],
      environment: BuiltProgram.environment.merging([
        "HOME": home.path, "PATH": programs + ":/usr/bin:/bin",
      ]) { $1 })
    #expect(result.status == 0 && result.message == "")
    let made = block.matches(of: /> ~(\/[^ \n]+)/).map(\.output.1)
    #expect(made.count == 5)
    for path in made {
      let file = try TemporaryFolder.read(home.path + path)
      #expect(file.count > 1000, "\(path)")
    }
  }

  @Test func `a stage of GNU parallel or Spark is a call of the program`() throws {
    let annotator = try Annotator()
    let input = #"{"id": 7, "text": "قالت ليلى الحداد إن الجسر يربط القرى."}"# + "\n"
    let page = try Self.text(of: "Sources/rawi/Rawi.docc/Corpora.md")
    let stages = page.matches(of: /rawi\ (analyze\ --lines[^<"\n]*)/).map(\.output.1)
    #expect(stages.count >= 2)
    for stage in stages {
      let result = try ChildProcess.run(
        BuiltProgram.path("rawi"), stage.split(separator: " ").map(String.init),
        input: Array(input.utf8), environment: annotator.environment)
      #expect(result.status == 0 && result.text.contains("ليلى الحداد"), "\(stage)")
    }
  }

  @Test func `calls of the program in the scripts of the house are such as it takes`() throws {
    let annotator = try Annotator()
    var count = 0
    for script in TemporaryFolder.listing(of: DocumentedCommands.package + "/.ci") {
      let text = try Self.text(of: ".ci/" + script)
      if text.hasPrefix("#!/usr/bin/env bash") {
        let check = try ChildProcess.run(
          "/bin/bash", ["-n", DocumentedCommands.package + "/.ci/" + script])
        #expect(check.status == 0, "\(script): \(check.message)")
      }
      for call in text.matches(of: /(?m)^(?:inside\ )?rawi\ ([a-z-][^|>;)\n]*)/).map(\.output.1) {
        let arguments = call.split(separator: " ").prefix { $0 != "&&" }.map(String.init)
        let result = try annotator.run(arguments)
        #expect(result.status == 0, "\(script): \(call): \(result.message)")
        count += 1
      }
    }
    #expect(count >= 8)
  }

  @Test func `CI takes both commands of README from its page`() throws {
    let script = try Self.text(of: ".ci/run")
    #expect(script.contains("block sh 1") && script.contains("block sh 2"))
    #expect(try Self.text(of: "README.md").split(separator: "\n").count { $0 == "```sh" } == 2)
  }
}
