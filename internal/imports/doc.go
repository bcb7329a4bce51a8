// Package imports has no code of its own. Its tests hold the direction of dependencies in place: they list what packages import, and fail when a
// pure package reaches for I/O or a small program would grow by an embedded chain.
package imports
