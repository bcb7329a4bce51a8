// Command s3 is the side that puts objects into a MinIO server and gets them back.
//
//	s3 MINIO DIR
//
// It runs the program MINIO on loopback with four drives, which are folders in DIR, with TLS and a certificate made for the purpose, and ends it
// when its standard input ends.
package main

import (
	"bytes"
	"context"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/binary"
	"encoding/pem"
	"errors"
	"fmt"
	"io"
	"math/big"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"time"

	"github.com/minio/minio-go/v7"
	"github.com/minio/minio-go/v7/pkg/credentials"

	"walrus/bench/internal/turns"
)

const (
	user, password = "benchmark", "benchmark-password"
	bucket         = "bench"
)

func main() {
	if len(os.Args) != 3 {
		fmt.Fprintln(os.Stderr, "usage: s3 MINIO DIR")
		os.Exit(2)
	}
	if err := run(os.Args[1], os.Args[2]); err != nil {
		fmt.Fprintln(os.Stderr, "s3:", err)
		os.Exit(1)
	}
}

func run(program, dir string) (err error) {
	certs := filepath.Join(dir, "certs")
	pool, err := makeCertificate(certs)
	if err != nil {
		return err
	}
	addr, err := freeAddress()
	if err != nil {
		return err
	}
	log, err := os.Create(filepath.Join(dir, "log"))
	if err != nil {
		return err
	}
	defer log.Close()
	cmd := exec.Command(program, "server", "--certs-dir", certs, "--address", addr, "--console-address", "127.0.0.1:0",
		filepath.Join(dir, "drive{1...4}"))
	// Folders of one disk pass for drives only where it takes itself to be under test.
	cmd.Env = append(os.Environ(), "MINIO_ROOT_USER="+user, "MINIO_ROOT_PASSWORD="+password, "MINIO_CI_CD=on", "MINIO_BROWSER=off", "MINIO_UPDATE=off", "HOME="+dir)
	cmd.Stdout, cmd.Stderr = log, log
	if err := cmd.Start(); err != nil {
		return err
	}
	defer func() { err = errors.Join(err, cmd.Process.Kill()); _ = cmd.Wait() }()
	transport, err := minio.DefaultTransport(true)
	if err != nil {
		return err
	}
	transport.TLSClientConfig = &tls.Config{RootCAs: pool}
	s := &store{transport: transport}
	s.client, err = minio.New(addr, &minio.Options{Creds: credentials.NewStaticV4(user, password, ""), Secure: true, Transport: transport})
	if err != nil {
		return err
	}
	if err := s.awaitServer(); err != nil {
		return fmt.Errorf("%w; see %s", err, log.Name())
	}
	return turns.Serve(os.Stdin, os.Stdout, s.do)
}

// makeCertificate writes a key and a self-signed certificate for loopback where the server looks for them.
func makeCertificate(dir string) (*x509.CertPool, error) {
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return nil, err
	}
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		return nil, err
	}
	t := &x509.Certificate{
		SerialNumber: big.NewInt(1), Subject: pkix.Name{CommonName: "bench"}, NotBefore: time.Now().Add(-time.Hour), NotAfter: time.Now().Add(24 * time.Hour),
		IPAddresses: []net.IP{net.IPv4(127, 0, 0, 1)}, IsCA: true, BasicConstraintsValid: true, KeyUsage: x509.KeyUsageDigitalSignature | x509.KeyUsageCertSign,
	}
	der, err := x509.CreateCertificate(rand.Reader, t, t, key.Public(), key)
	if err != nil {
		return nil, err
	}
	secret, err := x509.MarshalPKCS8PrivateKey(key)
	if err != nil {
		return nil, err
	}
	cert, err := x509.ParseCertificate(der)
	if err != nil {
		return nil, err
	}
	pool := x509.NewCertPool()
	pool.AddCert(cert)
	return pool, errors.Join(
		os.WriteFile(filepath.Join(dir, "public.crt"), pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: der}), 0o600),
		os.WriteFile(filepath.Join(dir, "private.key"), pem.EncodeToMemory(&pem.Block{Type: "PRIVATE KEY", Bytes: secret}), 0o600))
}

func freeAddress() (string, error) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return "", err
	}
	return l.Addr().String(), l.Close()
}

// A store is a bucket of the server.
type store struct {
	client    *minio.Client
	transport http.RoundTripper
	puts      uint64
	last      string // name of the object put last
	blob      []byte
}

// awaitServer makes the bucket as soon as the server takes requests.
func (s *store) awaitServer() error {
	for deadline := time.Now().Add(30 * time.Second); ; time.Sleep(100 * time.Millisecond) {
		ctx, cancel := context.WithTimeout(context.Background(), 5*time.Second)
		err := s.client.MakeBucket(ctx, bucket, minio.MakeBucketOptions{})
		cancel()
		if err == nil || time.Now().After(deadline) {
			return err
		}
	}
}

// do puts a new object of the request's size, or gets the one put last.
func (s *store) do(r turns.Request) (turns.Answer, error) {
	ctx := context.Background()
	switch r.Work {
	case "put":
		if len(s.blob) != r.Size {
			s.blob = turns.Blob(r.Size)
		}
		s.puts++
		binary.LittleEndian.PutUint64(s.blob, s.puts)
		name := fmt.Sprintf("object-%d", s.puts)
		begin := time.Now()
		if _, err := s.client.PutObject(ctx, bucket, name, bytes.NewReader(s.blob), int64(len(s.blob)), minio.PutObjectOptions{}); err != nil {
			return turns.Answer{}, err
		}
		took := time.Since(begin)
		if s.last != "" { // the disk need not hold them all
			if err := s.client.RemoveObject(ctx, bucket, s.last, minio.RemoveObjectOptions{}); err != nil {
				return turns.Answer{}, err
			}
		}
		s.last = name
		return turns.Answer{Took: took}, nil
	case "get":
		begin := time.Now()
		o, err := s.client.GetObject(ctx, bucket, s.last, minio.GetObjectOptions{})
		if err != nil {
			return turns.Answer{}, err
		}
		got := make([]byte, len(s.blob))
		if _, err := io.ReadFull(o, got); err != nil {
			return turns.Answer{}, errors.Join(err, o.Close())
		}
		took := time.Since(begin)
		if err := o.Close(); err != nil {
			return turns.Answer{}, err
		}
		if !bytes.Equal(got, s.blob) {
			return turns.Answer{}, errors.New("the object came back changed")
		}
		return turns.Answer{Took: took}, nil
	}
	return turns.Answer{}, errors.New("no work named " + r.Work)
}
