# Messages of :error_logger, which nobody prints at this level.
Logger.configure(level: :none)
IO.inspect(:error_logger.error_msg('~p failed: ~s', [:job, "disk"]))
IO.inspect(:error_logger.error_msg("plain"))
IO.inspect(:error_logger.warning_msg('w ~p', [1]))
IO.inspect(:error_logger.info_msg('i ~p', [1]))
IO.inspect(:error_logger.info_report(a: 1))
IO.inspect(:error_logger.error_report(:my_type, [:term, {:a, 1}]))
IO.inspect(:error_logger.format('x ~w', [[1, 2]]))
