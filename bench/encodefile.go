package main

import (
	"bufio"
	"fmt"
	"os"
	"strconv"

	"walrus/redstuff"
)

// encodeFile writes all slivers of a file to another, primary ones first, each kind by its own index, as the Rust program does.
func encodeFile(args []string) error {
	if len(args) != 3 {
		return fmt.Errorf("want %s SHARDS FILE OUT", fileArgument)
	}
	shards, err := strconv.Atoi(args[0])
	if err != nil {
		return err
	}
	p, err := redstuff.NewParams(shards)
	if err != nil {
		return err
	}
	blob, err := os.ReadFile(args[1])
	if err != nil {
		return err
	}
	e, err := redstuff.Encode(p, blob)
	if err != nil {
		return err
	}
	f, err := os.Create(args[2])
	if err != nil {
		return err
	}
	w := bufio.NewWriterSize(f, mib)
	for _, a := range []redstuff.Axis{redstuff.Primary, redstuff.Secondary} {
		for i := range p.N {
			if _, err := w.Write(e.Sliver(a, p.Pair(a, redstuff.SliverIndex(i))).Data); err != nil {
				return err
			}
		}
	}
	if err := w.Flush(); err != nil {
		return err
	}
	fmt.Println(hexID(e.Metadata()))
	return f.Close()
}
