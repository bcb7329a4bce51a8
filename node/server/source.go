package server

import (
	"net/http"
	"net/netip"
	"strings"
)

// SourceOf is the address that limits per source count by: an IPv4 address, or the /64 network that an IPv6 host has for itself.
func SourceOf(remote string) string {
	at, err := netip.ParseAddrPort(remote)
	if err != nil {
		return remote
	}
	ip := at.Addr().Unmap().WithZone("")
	if ip.Is6() {
		if p, err := ip.Prefix(64); err == nil {
			return p.String()
		}
	}
	return ip.String()
}

// source is SourceOf for a request: what a trusted proxy says, else the address that it comes from.
func (s *Server) source(r *http.Request) string {
	at, err := netip.ParseAddrPort(r.RemoteAddr)
	if err != nil || s.Trusted == nil || !s.Trusted(at.Addr().Unmap()) {
		return SourceOf(r.RemoteAddr)
	}
	hops := strings.Split(strings.Join(r.Header.Values("X-Forwarded-For"), ","), ",")
	for i := len(hops) - 1; i >= 0; i-- { // each proxy adds whom it was asked by; what stands before those that are trusted anyone may have written
		hop, ok := parseHop(hops[i])
		if !ok {
			break
		}
		if !s.Trusted(hop) {
			return SourceOf(netip.AddrPortFrom(hop, 0).String())
		}
	}
	return SourceOf(r.RemoteAddr)
}

// parseHop reads an address of X-Forwarded-For, with or without a port.
func parseHop(text string) (netip.Addr, bool) {
	text = strings.TrimSpace(text)
	if at, err := netip.ParseAddrPort(text); err == nil {
		return at.Addr().Unmap(), true
	}
	ip, err := netip.ParseAddr(strings.Trim(text, "[]"))
	return ip.Unmap(), err == nil
}
