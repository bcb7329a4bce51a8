package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"strconv"

	"golang.org/x/sync/errgroup"

	"walrus/redstuff"
)

// encodeFile writes all slivers of a file to another, primary ones first, each kind by its own index, as the Rust program does. It goes the way
// of a client that stores a large blob: no sliver set in memory, repair symbols of rows in a spool file.
func encodeFile(args []string) (err error) {
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
	in, err := os.Open(args[1])
	if err != nil {
		return err
	}
	defer in.Close()
	info, err := in.Stat()
	if err != nil {
		return err
	}
	spool, err := os.Create(args[2] + ".spool")
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, spool.Close(), os.Remove(spool.Name())) }()
	s, err := redstuff.EncodeFrom(context.Background(), p, in, uint64(info.Size()), spool, redstuff.StreamOptions{})
	if err != nil {
		return err
	}
	out, err := os.Create(args[2])
	if err != nil {
		return err
	}
	if err := errors.Join(writeRepair(out, s), writeStored(out, s), out.Close()); err != nil {
		return err
	}
	fmt.Println(hexID(s.Metadata()))
	return nil
}

// writeRepair writes the primary slivers of repair, some columns of all of them at a time.
func writeRepair(out io.WriterAt, s *redstuff.Stream) error {
	p, size := s.Params(), s.SymbolSize()
	row := int64(p.K2 * size)
	batch := max(1, min(p.K2, 64*mib/((p.N-p.K1)*size)))
	buf := make([]byte, (p.N-p.K1)*batch*size)
	for from := 0; from < p.K2; from += batch {
		to := min(from+batch, p.K2)
		if err := s.RepairColumns(buf, from, to); err != nil {
			return err
		}
		width := (to - from) * size
		for j := range p.N - p.K1 {
			if _, err := out.WriteAt(buf[j*width:(j+1)*width], int64(p.K1+j)*row+int64(from*size)); err != nil {
				return err
			}
		}
	}
	return nil
}

// writeStored writes all other slivers, on all cores.
func writeStored(out io.WriterAt, s *redstuff.Stream) error {
	p, size := s.Params(), s.SymbolSize()
	var g errgroup.Group
	const parts = 8 // more than cores, so that none waits long for the last
	for part := range parts {
		g.Go(func() error {
			buf := make([]byte, p.K2*size)
			write := func(a redstuff.Axis, i int, length int, at int64) error {
				if err := s.ReadSliver(buf[:length], a, redstuff.SliverIndex(i), 0); err != nil {
					return err
				}
				_, err := out.WriteAt(buf[:length], at)
				return err
			}
			row, column := p.SliverSize(redstuff.Primary, size), p.SliverSize(redstuff.Secondary, size)
			for i := part; i < p.K1; i += parts {
				if err := write(redstuff.Primary, i, row, int64(i)*int64(row)); err != nil {
					return err
				}
			}
			for i := part; i < p.N; i += parts {
				if err := write(redstuff.Secondary, i, column, int64(p.N)*int64(row)+int64(i)*int64(column)); err != nil {
					return err
				}
			}
			return nil
		})
	}
	return g.Wait()
}
