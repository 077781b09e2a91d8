#include "register/checkpointer.hpp"

#include <sqlite3.h>

#include <system_error>
#include <utility>

namespace bienban::registry {

namespace {

/// 512 MiB of 8 KiB pages: those that many batches touch go from the log into the file once.
constexpr int k_long_log = 65536;
/// Where the thread does not keep up, or a reader holds the log, the writer does its part as SQLite would by itself.
constexpr int k_longest_log = 4 * k_long_log;

/// Faults are not told: what could not be copied stays in the log, and is copied later.
void checkpoint(sqlite3* db) { sqlite3_wal_checkpoint_v2(db, "main", SQLITE_CHECKPOINT_PASSIVE, nullptr, nullptr); }

}  // namespace

Checkpointer::Checkpointer(Database& writer, std::filesystem::path file) : m_writer(writer), m_file(std::move(file)) {
	sqlite3_wal_hook(m_writer.handle(), &Checkpointer::committed, this);
}

Checkpointer::~Checkpointer() {
	sqlite3_wal_hook(m_writer.handle(), nullptr, nullptr);
	if (!m_thread.joinable()) return;
	{
		const std::lock_guard lock{m_mutex};
		m_ends = true;
	}
	m_due_changed.notify_one();
	m_thread.join();
}

int Checkpointer::committed(void* self, sqlite3* writer, const char* /*name*/, int pages) {
	if (pages < k_long_log) return SQLITE_OK;
	auto& mine = *static_cast<Checkpointer*>(self);
	if (pages >= k_longest_log) {
		checkpoint(writer);
		return SQLITE_OK;
	}
	try {
		if (!mine.m_thread.joinable()) mine.m_thread = std::thread{[&mine] { mine.work(); }};
	} catch (const std::system_error&) {
		checkpoint(writer);  // no thread to be had
		return SQLITE_OK;
	}
	{
		const std::lock_guard lock{mine.m_mutex};
		mine.m_due = true;
	}
	mine.m_due_changed.notify_one();
	return SQLITE_OK;
}

void Checkpointer::work() {
	try {
		const Database own{m_file, Access::write, std::chrono::milliseconds{0}};
		std::unique_lock lock{m_mutex};
		for (;;) {
			m_due_changed.wait(lock, [&] { return m_due || m_ends; });
			if (m_ends) return;
			m_due = false;
			lock.unlock();
			checkpoint(own.handle());
			lock.lock();
		}
	} catch (const StoreError&) {
		// Without a handle the log grows until the writer takes its part.
	}
}

}  // namespace bienban::registry
