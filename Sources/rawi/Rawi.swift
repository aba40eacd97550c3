import ArgumentParser

@main
struct Rawi: ParsableCommand {
}
