"""What stands behind the words of a brief: indicators explained (指标解释)."""
