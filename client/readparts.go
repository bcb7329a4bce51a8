package client

import (
	"context"
	"fmt"
	"io"
	"os"

	"golang.org/x/sync/errgroup"

	"walrus/redstuff"
)

// ReadManifest reads the blob id as a manifest. That it is none is ErrManifest.
func (c *Client) ReadManifest(ctx context.Context, id redstuff.BlobID) (*Manifest, ReadReport, error) {
	r := c.newReading(id, ReadOptions{})
	m, err := r.manifest(ctx, id)
	return m, r.report, err
}

// ReadParts writes the object whose manifest is the blob id to w, once all its parts are complete and verified: it lies in a spool file until then. MaxSize is the object's.
// Besides those of Read, errors match ErrManifest.
func (c *Client) ReadParts(ctx context.Context, id redstuff.BlobID, w io.Writer, opt ReadOptions) (ReadReport, error) {
	r := c.newReading(id, opt)
	defer c.report(Progress{BlobID: id, Phase: PhaseDone})
	m, err := r.manifest(ctx, id)
	if err != nil {
		return r.report, err
	}
	out, err := newSpool(c.opt.SpoolDir, fmt.Sprintf("an object in %d parts to be read", len(m.Parts)), m.Total)
	if err != nil {
		return r.report, err
	}
	defer out.Close()
	if err := r.parts(ctx, m, out); err != nil {
		return r.report, err
	}
	_, err = io.Copy(w, io.NewSectionReader(out, 0, int64(m.Total)))
	return r.report, err
}

// ReadPartsFile is to ReadParts what ReadFile is to Read.
func (c *Client) ReadPartsFile(ctx context.Context, id redstuff.BlobID, path string, opt ReadOptions) (ReadReport, error) {
	if err := checkTarget(path); err != nil {
		return ReadReport{BlobID: id}, err // before anything is fetched
	}
	if !isRegular(path) {
		var report ReadReport
		err := writeTo(path, func(w io.Writer) (err error) {
			report, err = c.ReadParts(ctx, id, w, opt)
			return err
		})
		return report, err
	}
	r := c.newReading(id, opt)
	defer c.report(Progress{BlobID: id, Phase: PhaseDone})
	m, err := r.manifest(ctx, id)
	if err != nil {
		return r.report, err
	}
	return r.report, r.replace(path, m.Total, func(f *os.File) error { return r.parts(ctx, m, f) })
}

// manifest reads and checks a manifest.
func (r *reading) manifest(ctx context.Context, id redstuff.BlobID) (*Manifest, error) {
	meta, err := r.metadata(ctx, id, 0)
	if err != nil {
		return nil, err
	}
	if meta.Length > uint64(MaxManifest) {
		return nil, fmt.Errorf("blob %v: %w: it has %d bytes, the longest list %d; it may be read as it is, by its ID alone", id, ErrManifest, meta.Length, MaxManifest)
	}
	raw, err := r.bytes(ctx, id, meta)
	if err != nil {
		return nil, err
	}
	m, err := ParseManifest(raw)
	if err != nil {
		return nil, fmt.Errorf("blob %v: %w; it may be read as it is, by its ID alone", id, err)
	}
	if r.opt.MaxSize > 0 && m.Total > r.opt.MaxSize {
		return nil, fmt.Errorf("parts of %v: %w: the object has %d bytes, the limit is %d", id, ErrTooLarge, m.Total, r.opt.MaxSize)
	}
	r.report.Manifest = m
	return m, nil
}

// parts reads all parts into their places in out, one after the other: what comes behind a part's end meanwhile is overwritten by the next one.
func (r *reading) parts(ctx context.Context, m *Manifest, out redstuff.Output) error {
	defer func() { r.tell, r.report.Size = r.c.report, m.Total }()
	for i, id := range m.Parts {
		r.tell = func(p Progress) { // of the whole
			p.BlobID = r.report.BlobID
			p.Done, p.Total = uint64(i)*p.Total+p.Done, uint64(len(m.Parts))*p.Total
			r.c.report(p)
		}
		if err := r.part(ctx, m, i, id, out); err != nil {
			offset, _ := m.Extent(i)
			return fmt.Errorf("part %d of %d, from byte %d on: %w", i+1, len(m.Parts), offset, err)
		}
	}
	return nil
}

// part reads part i.
func (r *reading) part(ctx context.Context, m *Manifest, i int, id redstuff.BlobID, out redstuff.Output) error {
	offset, size := m.Extent(i)
	meta, err := r.metadata(ctx, id, 0)
	if err != nil {
		return err
	}
	if meta.Length != size {
		return fmt.Errorf("blob %v: %w: it has %d bytes, the manifest says %d", id, ErrManifest, meta.Length, size)
	}
	at := window{out, int64(offset)}
	if r.c.streams(size) {
		return r.into(ctx, id, meta, at)
	}
	b, err := r.bytes(ctx, id, meta)
	if err == nil {
		_, err = at.WriteAt(b, 0)
	}
	return err
}

// A window is an output from some byte on.
type window struct {
	redstuff.Output
	from int64
}

func (w window) ReadAt(b []byte, off int64) (int, error)  { return w.Output.ReadAt(b, w.from+off) }
func (w window) WriteAt(b []byte, off int64) (int, error) { return w.Output.WriteAt(b, w.from+off) }

// PartStatus is what the network knows of one part of an object.
type PartStatus struct {
	Offset, Size uint64
	BlobID       redstuff.BlobID
	Status       StatusReport
}

// PartStatuses asks for the status of every part, a few at a time. The first part that nobody can tell of ends it.
func (c *Client) PartStatuses(ctx context.Context, m *Manifest) ([]PartStatus, error) {
	list := make([]PartStatus, len(m.Parts))
	g, ctx := errgroup.WithContext(ctx)
	g.SetLimit(chainCalls)
	for i := range list {
		p := &list[i]
		p.Offset, p.Size = m.Extent(i)
		p.BlobID = m.Parts[i]
		g.Go(func() (err error) {
			if p.Status, err = c.Status(ctx, p.BlobID); err != nil {
				return fmt.Errorf("part %d of %d: %w", i+1, len(m.Parts), err)
			}
			return nil
		})
	}
	return list, g.Wait()
}
