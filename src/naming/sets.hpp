#pragma once

#include <algorithm>
#include <cstddef>
#include <numeric>
#include <vector>

namespace bienban::naming {

/// Sets that grow together.
class Sets {
public:
	explicit Sets(std::size_t size) : m_parent(size) { std::iota(m_parent.begin(), m_parent.end(), 0); }
	std::size_t find(std::size_t i) {
		while (m_parent[i] != i) i = m_parent[i] = m_parent[m_parent[i]];
		return i;
	}
	/// One more member, in a set of its own.
	void grow() { m_parent.push_back(m_parent.size()); }
	/// The set of the smaller member takes the other.
	void join(std::size_t a, std::size_t b) {
		a = find(a);
		b = find(b);
		m_parent[std::max(a, b)] = std::min(a, b);
	}

private:
	std::vector<std::size_t> m_parent;
};

}  // namespace bienban::naming
