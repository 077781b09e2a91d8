#pragma once

#include <condition_variable>
#include <filesystem>
#include <mutex>
#include <thread>

#include "register/sqlite.hpp"

namespace bienban::registry {

/// Takes a register's log into its file by a thread and a handle of its own, so that the writer goes on meanwhile.
/// SQLite does it within the commit that makes the log too long: in a register of a million documents that was a sixth
/// of the writer's time.
class Checkpointer {
public:
	/// Watches the commits of `writer`, which must outlive it, on the database in `file`. Nothing is started before
	/// there is work.
	Checkpointer(Database& writer, std::filesystem::path file);
	~Checkpointer();
	Checkpointer(const Checkpointer&) = delete;
	Checkpointer& operator=(const Checkpointer&) = delete;

private:
	static int committed(void* self, sqlite3* writer, const char* name, int pages);
	void work();

	Database& m_writer;
	std::filesystem::path m_file;
	std::mutex m_mutex;
	std::condition_variable m_due_changed;
	bool m_due = false;
	bool m_ends = false;
	std::thread m_thread;
};

}  // namespace bienban::registry
