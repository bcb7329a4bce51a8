package kernel

import "golang.org/x/sys/cpu"

// cpuid7 returns register ECX of CPUID leaf 7, which every processor with AVX2 has.
func cpuid7() (ecx uint32)

// gfniBit of it tells GFNI. Package cpu knows it only together with AVX-512, but there are processors with GFNI and AVX2 alone.
const gfniBit = 1 << 8

func detected() (sets []Set) {
	x := &cpu.X86
	if !x.HasAVX2 {
		return nil
	}
	sets = append(sets, AVX2)
	matrices := cpuid7()&gfniBit != 0
	if matrices {
		sets = append(sets, AVX2GFNI)
	}
	if !x.HasAVX512F || !x.HasAVX512BW || !x.HasAVX512DQ || !x.HasAVX512VL || !x.HasAVX512VBMI2 {
		return sets
	}
	sets = append(sets, AVX512)
	if !matrices || !x.HasAVX512VBMI {
		return sets
	}
	return append(sets, GFNI)
}
